import { fill, type Html, join } from '../../../http/pages/templates.ts';
import type { ListedSession } from '../../page/session-rows.ts';
import { fillIn, words } from '../../words/words.ts';
import { list, paragraph, section, stepForm } from './markup.ts';
import { minuteOf } from './times.ts';
import type { PeopleView } from './view.ts';

const text = words.people.session;

/** A list of sessions, each with what ends it. */
export function sessionList({ id, heading, ...view }: PeopleView & { id: string; heading: string }): Html {
  const isEverybodys = id === 'all-sessions';
  const sessions = isEverybodys ? view.allSessions : view.sessions;
  const items = sessions.map((one) => item(view, one, isEverybodys));
  const others = stepForm({ ...view, step: 'end-others', button: text.endOthers });
  return section(id, heading, [list(items), ...(!isEverybodys && sessions.length > 1 ? [others] : [])]);
}

function item({ root, csrf, sessionKey }: PeopleView, session: ListedSession, isNamed: boolean): Html {
  const { agentId, key, name, browser, by, since, seenAt } = session;
  const isThis = key === sessionKey;
  const end = stepForm({
    ...{ root, csrf, step: 'end-session', values: { agent: agentId, session: key } },
    button: text.end,
    label: fillIn(text.endOf, { name, browser }),
  });
  const times = fillIn(text.since, { since: minuteOf(since), seen: minuteOf(seenAt) });
  return fill('<div class="who">{{title}}{{details}}</div>{{end}}', {
    title: paragraph([...(isNamed ? [name] : []), browser, ...(isThis ? [text.this] : [])].join(' · '), 'name'),
    details: paragraph(`${text.ways[by]}, ${times}`, 'quiet'),
    end: join([end]),
  });
}
