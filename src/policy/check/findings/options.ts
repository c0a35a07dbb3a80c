import { FALSE } from '../../engine/diagram/diagram.ts';
import type { Finding } from '../finding.ts';
import type { Row } from '../rows.ts';
import type { Space } from '../space.ts';

/** Options that no customer of their row is ever offered. */
export function optionFindings(space: Space, rows: Row[]): Finding[] {
  return rows.flatMap(({ index, row, decides }) =>
    Object.entries(row.choose ?? {}).flatMap(([id, { when }]): Finding[] => {
      // A row without customers is a finding by itself.
      if (decides === FALSE || space.and(decides, space.where(when ?? {})) !== FALSE) return [];
      const witness = space.witness(decides);
      const message = `"${row.id}" never offers "${id}": none of its customers fits the condition`;
      const path = ['decisions', index, 'choose', id];
      return [{ severity: 'warning', code: 'dead-option', path, message, ...(witness && { witness }) }];
    }),
  );
}
