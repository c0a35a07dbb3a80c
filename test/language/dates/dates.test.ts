import { describe, expect, it, test } from 'vitest';
import { type DateReading, readDate } from '../../../src/language/dates/dates.ts';

/** A Saturday. */
const TODAY = '2026-11-21';
const read = (text: string): DateReading => readDate(text, { today: TODAY });

const day = (value: string): DateReading => ({ kind: 'date', value });
const near = (value: string): DateReading => ({ kind: 'date', value, approximate: true });
const range = (from: string, to: string): DateReading => ({ kind: 'range', from, to });
const either = (a: string, b: string): DateReading => ({ kind: 'ambiguous', values: [a, b] });
const future = (value: string): DateReading => ({ kind: 'future', value });

describe('a day in words is its last occurrence', () => {
  test.each([
    ['12 May', '2026-05-12'],
    ['May 12th', '2026-05-12'],
    ['the 12th of May', '2026-05-12'],
    ['twelfth of May', '2026-05-12'],
    ['May, 12th', '2026-05-12'],
    ['May twenty-first', '2026-05-21'],
    ['21 November', '2026-11-21'],
    ['22 November', '2025-11-22'],
    ['30 Nov', '2025-11-30'],
    ['29 February', '2024-02-29'],
    ['3 May 2024', '2024-05-03'],
    ['May 3, 2024', '2024-05-03'],
    ["3rd of May '24", '2024-05-03'],
    ['3-May-2024', '2024-05-03'],
    ['May 3rd two thousand and five', '2005-05-03'],
    ['on the fourth of July nineteen ninety-nine', '1999-07-04'],
    ['it arrived on 12 May, I believe', '2026-05-12'],
    ['Tuesday, 12 May', '2026-05-12'],
    ['on a Tuesday, I think it was 12 May', '2026-05-12'],
    ['12. May', '2026-05-12'],
    ['12.May 2025', '2025-05-12'],
    ['2025, May 12', '2025-05-12'],
    ['Black Friday last year', '2025-11-28'],
    ["last year's Black Friday", '2025-11-28'],
    ['the Black Friday sale last year', '2025-11-28'],
    ['in the 2024 Black Friday sale', '2024-11-29'],
  ])('%s', (text, value) => expect(read(text)).toEqual(day(value)));
});

describe('a day said from today', () => {
  test.each([
    ['today', '2026-11-21'],
    ['this morning', '2026-11-21'],
    ['yesterday', '2026-11-20'],
    ['last night', '2026-11-20'],
    ['the day before yesterday', '2026-11-19'],
    ['two days before yesterday', '2026-11-18'],
    ['3 weeks ago', '2026-10-31'],
    ['three weeks ago', '2026-10-31'],
    ['three   weeks\u00a0 ago', '2026-10-31'],
    ['a fortnight ago', '2026-11-07'],
    ['1 year 2 months and 3 days ago', '2025-09-18'],
    ['I got it 2 weeks ago and it broke', '2026-11-07'],
  ])('%s', (text, value) => expect(read(text)).toEqual(day(value)));

  test.each([
    ['a month ago', '2026-10-21'],
    ['half a year ago', '2026-05-21'],
    ['half year ago', '2026-05-21'],
    ['a year and a half ago', '2025-05-21'],
    ['one and a half years ago', '2025-05-21'],
    ['1.5 years ago', '2025-05-21'],
    ['1,5 years ago', '2025-05-21'],
    ['year and a half ago', '2025-05-21'],
    ['2½ months ago', '2026-09-06'],
    ['two years ago', '2024-11-21'],
    ['2mo ago', '2026-09-21'],
    ['6months ago', '2026-05-21'],
    ['this time last year', '2025-11-21'],
  ])('%s is only near that day', (text, value) => expect(read(text)).toEqual(near(value)));

  test.each([
    ['two weeks ago today', '2026-11-07'],
    ['a month ago yesterday', '2026-10-20'],
    ['3 business days ago', '2026-11-18'],
    ['ten working days ago', '2026-11-09'],
    ['two nights ago', '2026-11-19'],
    ['the night before last', '2026-11-19'],
    ['2wks ago', '2026-11-07'],
    ['3d ago', '2026-11-18'],
    ['three Mondays ago', '2026-11-02'],
    ['Friday two weeks ago', '2026-11-06'],
    ['two weeks ago on Friday', '2026-11-06'],
  ])('%s', (text, value) => expect(read(text)).toEqual(day(value)));

  it('"Friday two weeks ago" lies in the week two weeks back, "two weeks ago Friday" before the last Friday', () => {
    const onWednesday = { today: '2026-11-18' };
    expect(readDate('Friday two weeks ago', onWednesday)).toEqual(day('2026-11-06'));
    expect(readDate('two weeks ago Friday', onWednesday)).toEqual(day('2026-10-30'));
  });

  it('falls on the last day of a shorter month', () => {
    expect(readDate('a month ago', { today: '2026-03-31' })).toEqual(near('2026-02-28'));
  });
});

describe('a day or more, when the length of time leaves it open', () => {
  test.each([
    ['3 to 4 weeks ago', '2026-10-24', '2026-10-31'],
    ['2 or 3 days ago', '2026-11-18', '2026-11-19'],
    ['a week or two ago', '2026-11-07', '2026-11-14'],
    ['between two and three weeks ago', '2026-10-31', '2026-11-07'],
    ['a week and a half ago', '2026-11-10', '2026-11-11'],
    ['less than a week ago', '2026-11-15', '2026-11-21'],
    ['no more than 2 weeks ago', '2026-11-07', '2026-11-21'],
    ['almost a year ago', '2025-11-21', '2026-01-21'],
    ['just over two weeks ago', '2026-11-04', '2026-11-07'],
    ['a little over a year ago', '2025-09-21', '2025-11-21'],
    ['the last few days', '2026-11-15', '2026-11-21'],
    ['two weekends ago', '2026-11-07', '2026-11-08'],
  ])('%s', (text, from, to) => expect(read(text)).toEqual(range(from, to)));

  test.each([
    ['more than a year ago', '2024-11-21', '2025-11-20'],
    ['over two weeks ago', '2025-11-07', '2026-11-06'],
    ['at least two weeks ago', '2025-11-07', '2026-11-07'],
    ['two weeks ago at least', '2025-11-07', '2026-11-07'],
  ])('%s has no beginning, and reaches a year further back', (text, from, to) =>
    expect(read(text)).toEqual(range(from, to)),
  );

  test.each([
    ['at most two weeks ago', '2026-11-07', '2026-11-21'],
    ['two weeks ago at most', '2026-11-07', '2026-11-21'],
    ['ten days ago, tops', '2026-11-11', '2026-11-21'],
    ['under two weeks ago', '2026-11-08', '2026-11-21'],
    ['a good two weeks ago', '2026-11-04', '2026-11-07'],
    ['a good month ago', '2026-10-11', '2026-10-21'],
    ['nearly a month ago', '2026-10-21', '2026-10-31'],
    ['10-12 days ago', '2026-11-09', '2026-11-11'],
    ['a few days ago', '2026-11-15', '2026-11-19'],
    ['the other day', '2026-11-07', '2026-11-20'],
  ])('%s', (text, from, to) => expect(read(text)).toEqual(range(from, to)));

  test.each([
    ['about 10 days ago', '2026-11-09', '2026-11-13', '2026-11-11'],
    ['~10 days ago', '2026-11-09', '2026-11-13', '2026-11-11'],
    ['2 weeks or so ago', '2026-11-04', '2026-11-10', '2026-11-07'],
    ['two weeks ago, roughly', '2026-11-04', '2026-11-10', '2026-11-07'],
    ['two weeks-ish ago', '2026-11-04', '2026-11-10', '2026-11-07'],
    ['about a month ago', '2026-10-11', '2026-10-31', '2026-10-21'],
    ['about a year ago', '2025-09-21', '2026-01-21', '2025-11-21'],
    ['around the 5th', '2026-11-02', '2026-11-08', '2026-11-05'],
    ['about 3 May', '2026-04-30', '2026-05-06', '2026-05-03'],
    ['3 May or so', '2026-04-30', '2026-05-06', '2026-05-03'],
    ['about yesterday', '2026-11-19', '2026-11-21', '2026-11-20'],
    ['a couple of days ago', '2026-11-18', '2026-11-19', '2026-11-19'],
  ])('%s leaves days around the one it names', (text, from, to, nearest) =>
    expect(read(text)).toEqual({ ...range(from, to), nearest }),
  );

  it('"maybe" names the day, with a doubt', () => {
    expect(read('maybe on Tuesday')).toEqual({ ...day('2026-11-17'), isPerhaps: true });
    expect(read('two weeks ago maybe')).toEqual({ ...day('2026-11-07'), isPerhaps: true });
  });
});

describe('slips and short forms', () => {
  test.each([
    ['12 octobr', '2026-10-12'],
    ['3 febuary', '2026-02-03'],
    ['10 spetember', '2026-09-10'],
    ['decemeber 1', '2025-12-01'],
    ['last wensday', '2026-11-18'],
    ['last teusday', '2026-11-17'],
    ['last weds', '2026-11-18'],
    ['yesturday', '2026-11-20'],
    ['yday', '2026-11-20'],
    ['2day', '2026-11-21'],
  ])('%s', (text, value) => expect(read(text)).toEqual(day(value)));

  it('does not make dates of other words', () => {
    for (const text of ['I remember', 'what a match', 'open sundays', 'my money', 'for my birthday', 'how many']) {
      expect(read(text), text).toEqual({ kind: 'none' });
    }
  });
});

describe('the year said in words', () => {
  test.each([
    ['3rd of May last year', '2025-05-03'],
    ['12 May of last year', '2025-05-12'],
    ['3 May this year', '2026-05-03'],
  ])('%s', (text, value) => expect(read(text)).toEqual(day(value)));

  test.each([
    ['May last year', '2025-05-01', '2025-05-31'],
    ['last year in May', '2025-05-01', '2025-05-31'],
    ['two years ago in March', '2024-03-01', '2024-03-31'],
    ['in March two years ago', '2024-03-01', '2024-03-31'],
    ['a year last May', '2025-05-01', '2025-05-31'],
    ['last year around Easter', '2025-04-11', '2025-04-28'],
    ['last year in the summer', '2025-06-01', '2025-08-31'],
  ])('%s', (text, from, to) => expect(read(text)).toEqual(range(from, to)));
});

describe('a purchase said by its age', () => {
  test.each([
    ["it'll be two years in June", '2025-06-01', '2025-06-30'],
    ['it will be 3 years next March', '2024-03-01', '2024-03-31'],
    ["it's going to be two years this June", '2024-06-01', '2024-06-30'],
    ['it was two years in June', '2024-06-01', '2024-06-30'],
    ['it turned a year old in May', '2025-05-01', '2025-05-31'],
    ["it'll be a year next month", '2025-12-01', '2025-12-31'],
  ])('%s', (text, from, to) => expect(read(text)).toEqual(range(from, to)));

  it('counts back from a day to come', () => {
    expect(read("it'll be two weeks tomorrow")).toEqual(day('2026-11-08'));
    expect(read("it'll be three weeks on Friday")).toEqual(day('2026-11-06'));
  });
});

describe('weekdays and days of the month', () => {
  test.each([
    ['Tuesday', '2026-11-17'],
    ['last Tuesday', '2026-11-17'],
    ['Saturday', '2026-11-21'],
    ['last Saturday', '2026-11-14'],
    ['on sat', '2026-11-21'],
    ['Tuesday of last week', '2026-11-10'],
    ['last week on Tuesday', '2026-11-10'],
    ['last week, I think it was Tuesday', '2026-11-10'],
    ['the Tuesday before last', '2026-11-10'],
    ['a week last Tuesday', '2026-11-10'],
    ['Friday the 13th', '2026-11-13'],
    ['Friday 31', '2026-07-31'],
    ['on the 3rd', '2026-11-03'],
    ['on the 22nd', '2026-10-22'],
    ['the 15th of last month', '2026-10-15'],
    ['last month on the 5th', '2026-10-05'],
    ['the 5th last month', '2026-10-05'],
    ['the last day of October', '2026-10-31'],
    ['the third day of this year', '2026-01-03'],
    ['on the tenth day of 2025', '2025-01-10'],
    ['first day of this month', '2026-11-01'],
    ['the evening of 3 May', '2026-05-03'],
    ['the Friday before Christmas', '2025-12-19'],
    ['the Monday after Easter', '2026-04-13'],
    ['Tuesday the week before last', '2026-11-03'],
    ['first Monday of last month', '2026-10-05'],
    ['the last Friday of May', '2026-05-29'],
  ])('%s', (text, value) => expect(read(text)).toEqual(day(value)));
});

describe('figures', () => {
  test.each([
    ['2026-05-12', '2026-05-12'],
    ['2026/5/12', '2026-05-12'],
    ['2025-11-03T10:00:00Z', '2025-11-03'],
    ['13.5.2026', '2026-05-13'],
    ['5.4.2026', '2026-04-05'],
    ['31.12.25', '2025-12-31'],
    ['13/05/2026', '2026-05-13'],
    ['05/13/2026', '2026-05-13'],
    ['05/05/2026', '2026-05-05'],
    ['22/04', '2026-04-22'],
    ['on 4-22', '2026-04-22'],
    ['１３．５．２０２６', '2026-05-13'],
    ['١٣.٥.٢٠٢٦', '2026-05-13'],
    ['13.5.2026 at 17:30', '2026-05-13'],
    ['20260513', '2026-05-13'],
    ['13 05 2026', '2026-05-13'],
    ['3.5.', '2026-05-03'],
    ['12.11.', '2026-11-12'],
    ['shipped 6.11.', '2026-11-06'],
    ['12.11', '2026-11-12'],
    ['it came on 12.11. and broke', '2026-11-12'],
    ['it was 12.11. I think', '2026-11-12'],
    ['Tuesday 12/5', '2026-05-12'],
    ['paid €12.50 on 3 May', '2026-05-03'],
    ['order 4711-0815, 3 May', '2026-05-03'],
  ])('%s', (text, value) => expect(read(text)).toEqual(day(value)));

  it('asks which is the month when both readings have passed', () => {
    expect(read('03/05/2026')).toEqual(either('2026-05-03', '2026-03-05'));
    expect(read('3/5')).toEqual(either('2026-05-03', '2026-03-05'));
  });

  it('lets the weekday beside it decide', () => {
    expect(read('Friday 5/12')).toEqual(day('2025-12-05'));
    expect(read('Tuesday 5/12')).toEqual(day('2026-05-12'));
    expect(read('Monday 5/12')).toEqual(either('2025-12-05', '2026-05-12'));
  });

  it('takes the one reading that has passed', () => {
    expect(read('12/05/2026')).toEqual(day('2026-05-12'));
    expect(read('11/12/2026')).toEqual(day('2026-11-12'));
    expect(readDate('12/05/2026', { today: '2026-12-05' })).toEqual(either('2026-05-12', '2026-12-05'));
    expect(readDate('12/05/2026', { today: '2026-12-04' })).toEqual(day('2026-05-12'));
  });

  it('reads slashes one way where the order is known', () => {
    expect(readDate('03/05/2026', { today: TODAY, order: 'day-first' })).toEqual(day('2026-05-03'));
    expect(readDate('03/05/2026', { today: TODAY, order: 'month-first' })).toEqual(day('2026-03-05'));
  });
});

describe('ranges include both ends and stop today', () => {
  test.each([
    ['in May', '2026-05-01', '2026-05-31'],
    ['May', '2026-05-01', '2026-05-31'],
    ['May 2025', '2025-05-01', '2025-05-31'],
    ['February 2024', '2024-02-01', '2024-02-29'],
    ['November', '2026-11-01', '2026-11-21'],
    ['December', '2025-12-01', '2025-12-31'],
    ['between the 3rd and the 7th of this month', '2026-11-03', '2026-11-07'],
    ['from the 2nd to the 5th of last month', '2026-10-02', '2026-10-05'],
    ['the 12th or 14th of last month', '2026-10-12', '2026-10-14'],
    ['mid-March', '2026-03-10', '2026-03-20'],
    ['early March', '2026-03-01', '2026-03-11'],
    ['end of March', '2026-03-21', '2026-03-31'],
    ['the first half of May', '2026-05-01', '2026-05-16'],
    ['the second half of May', '2026-05-16', '2026-05-31'],
    ['the beginning of the month', '2026-11-01', '2026-11-10'],
    ['early 2025', '2025-01-01', '2025-04-30'],
    ['late last year', '2025-09-01', '2025-12-31'],
    ['05/2026', '2026-05-01', '2026-05-31'],
    ['2026-05', '2026-05-01', '2026-05-31'],
    ['May or June', '2026-05-01', '2026-06-30'],
    ['may/june', '2026-05-01', '2026-06-30'],
    ['2nd or 3rd of May', '2026-05-02', '2026-05-03'],
    ['on the 3rd or the 4th', '2026-11-03', '2026-11-04'],
    ['between the 10th and the 12th', '2026-11-10', '2026-11-12'],
    ['not before the 10th and not after the 13th', '2026-11-10', '2026-11-13'],
    ['either yesterday or the day before', '2026-11-19', '2026-11-20'],
    ['the first days of October', '2026-10-01', '2026-10-09'],
    ['in the first week of October', '2026-10-01', '2026-10-07'],
    ['three, three and a half weeks ago', '2026-10-27', '2026-10-31'],
    ['a month ago, 2 at most', '2026-09-21', '2026-10-21'],
    ['4, maybe 5 days ago', '2026-11-16', '2026-11-17'],
    ['spring of the year 2025', '2025-03-01', '2025-05-31'],
    ['2025, in autumn', '2025-09-01', '2025-11-30'],
    ['the turn of September to October', '2026-09-26', '2026-10-05'],
    ['spring', '2026-03-01', '2026-05-31'],
    ['since a few days', '2026-11-15', '2026-11-19'],
    ['2025 in May', '2025-05-01', '2025-05-31'],
    ['from 2 to 10 July', '2026-07-02', '2026-07-10'],
    ['between the 2nd and 10th of July', '2026-07-02', '2026-07-10'],
    ['May 20-25', '2026-05-20', '2026-05-25'],
    ['between May 20 and 25', '2026-05-20', '2026-05-25'],
    ['the first weekend of May', '2026-05-02', '2026-05-03'],
    ['the weekend of the 14th', '2026-11-14', '2026-11-15'],
    ['over the weekend', '2026-11-14', '2026-11-15'],
    ['the week of the 10th', '2026-11-09', '2026-11-15'],
    ['last quarter', '2026-07-01', '2026-09-30'],
    ['Q3 2025', '2025-07-01', '2025-09-30'],
    ['the third quarter of 2025', '2025-07-01', '2025-09-30'],
    ['Q4', '2026-10-01', '2026-11-21'],
    ['two summers ago', '2025-06-01', '2025-08-31'],
    ['over the past month', '2026-10-21', '2026-11-21'],
    ['last week', '2026-11-09', '2026-11-15'],
    ['the week before last', '2026-11-02', '2026-11-08'],
    ['last month', '2026-10-01', '2026-10-31'],
    ['this year', '2026-01-01', '2026-11-21'],
    ['last year', '2025-01-01', '2025-12-31'],
    ['in 2024', '2024-01-01', '2024-12-31'],
    ['in the year 2024', '2024-01-01', '2024-12-31'],
    ['between 2023 and 2024', '2023-01-01', '2024-12-31'],
    ['earlier in the week', '2026-11-16', '2026-11-21'],
    ['12 Nov-15 Nov', '2026-11-12', '2026-11-15'],
    ['Nov 12-Nov 15', '2026-11-12', '2026-11-15'],
    ['last summer', '2026-06-01', '2026-08-31'],
    ['last winter', '2025-12-01', '2026-02-28'],
    ['from March to May', '2026-03-01', '2026-05-31'],
    ['between 3 and 5 May', '2026-05-03', '2026-05-05'],
    ['3rd to 5th of May', '2026-05-03', '2026-05-05'],
    ['a few months ago', '2026-05-21', '2026-09-21'],
    ['within the last 2 weeks', '2026-11-07', '2026-11-21'],
    ['the week of 10 April', '2026-04-06', '2026-04-12'],
    ['around Easter', '2026-03-27', '2026-04-13'],
    ['just before Christmas', '2025-12-17', '2025-12-23'],
    ['right after Easter', '2026-04-07', '2026-04-13'],
    ['the week before Easter', '2026-03-27', '2026-04-02'],
    ['between Christmas and New Year', '2025-12-24', '2026-01-01'],
    ['shortly after New Year', '2026-01-02', '2026-01-08'],
    ['over the holidays', '2025-12-24', '2026-01-01'],
    ['two Christmases ago', '2024-12-24', '2024-12-26'],
    ['Pentecost', '2026-05-24', '2026-05-25'],
    ['Christmas', '2025-12-24', '2025-12-26'],
  ])('%s', (text, from, to) => expect(read(text)).toEqual(range(from, to)));

  it('a summer that is not over is not the last one', () => {
    expect(readDate('last summer', { today: '2026-08-31' })).toEqual(range('2025-06-01', '2025-08-31'));
    expect(readDate('last summer', { today: '2026-09-01' })).toEqual(range('2026-06-01', '2026-08-31'));
  });

  it('a quarter that has not begun is that of the year before', () => {
    expect(readDate('Q3', { today: '2026-06-30' })).toEqual(range('2025-07-01', '2025-09-30'));
    expect(readDate('Q3', { today: '2026-07-01' })).toEqual(day('2026-07-01'));
  });

  it('the end of the month is that of the month before until it begins', () => {
    expect(readDate('the end of the month', { today: '2026-11-20' })).toEqual(range('2026-10-21', '2026-10-31'));
    expect(readDate('the end of the month', { today: '2026-11-22' })).toEqual(range('2026-11-21', '2026-11-22'));
  });

  it('a weekend is over on its Sunday', () => {
    expect(readDate('at the weekend', { today: '2026-11-22' })).toEqual(range('2026-11-21', '2026-11-22'));
    expect(readDate('at the weekend', { today: '2026-11-21' })).toEqual(range('2026-11-14', '2026-11-15'));
  });

  it('names of holidays are not weekdays', () => {
    expect(readDate('Black Friday last year', { today: '2026-11-28' })).toEqual(day('2025-11-28'));
    expect(read('Black Friday')).toEqual(day('2025-11-28'));
    expect(readDate('Black Friday', { today: '2026-11-27' })).toEqual(day('2026-11-27'));
    expect(read('Good Friday')).toEqual(day('2026-04-03'));
    expect(read("Father's Day")).toEqual(day('2026-06-21'));
    expect(read('Ascension Day')).toEqual(day('2026-05-14'));
    expect(read("St Patrick's Day")).toEqual(day('2026-03-17'));
    expect(read('Memorial Day')).toEqual(day('2026-05-25'));
    expect(read('Easter Monday 2025')).toEqual(day('2025-04-21'));
  });
});

describe('days counted from another day', () => {
  test.each([
    ['2 weeks before 13 May 2025', '2025-04-29'],
    ['the day after 3 May', '2026-05-04'],
    ['a week before Christmas Eve', '2025-12-17'],
  ])('%s', (text, value) => expect(read(text)).toEqual(day(value)));
});

describe('days to come', () => {
  test.each([
    ['tomorrow', '2026-11-22'],
    ['in 3 weeks', '2026-12-12'],
    ['25 December 2026', '2026-12-25'],
    ['2026-11-22', '2026-11-22'],
    ['22/11/2026', '2026-11-22'],
    ['12/05/27', '2027-05-12'],
  ])('%s', (text, value) => expect(read(text)).toEqual(future(value)));

  it('of more than a day, the first and the last are told', () => {
    expect(read('next week')).toEqual({ ...future('2026-11-23'), to: '2026-11-29' });
  });
});

describe('what is no date, or not surely one', () => {
  test.each([
    ['2/29/2019'],
    ['31 April'],
    ['Feb 30'],
    ['2026-02-30'],
    ['2026-13-01'],
    ['32.1.2026'],
    ['order 20260512'],
    ['#A-2026-11-3456'],
    ['€ 12.05'],
    ['12.05 EUR'],
    ['at 5'],
    ['15:30'],
    ['7 pm'],
    ['+44 20 7946 0958'],
    ['0170 1234567'],
    ['version 1.2.20'],
    ['24/7'],
    ['1/2 of the parts'],
    ['1-2-3'],
    ['2024'],
    ['5 days'],
    ['2 years'],
    ['may I ask something'],
    ['it may be broken'],
    ['the 2019 may be older'],
    ['it was 12.05'],
    ['march on'],
    ['I sat on it'],
    ['it stood in the sun'],
    ['it may or may not be broken'],
    ['it lasts'],
    ['on my birthday'],
    ['months ago'],
    ['it broke in the fall'],
    ['a second time'],
    ['it works now'],
    ['before May'],
    ['yesterday - Monday'],
    ['some time after 3 May'],
    ['not in May'],
    ['100 years ago'],
    ['I do not know'],
    ['😀'],
    [''],
  ])('%s', (text) => expect(read(text)).toEqual({ kind: 'none' }));
});

it('asks which of two different days was meant', () => {
  expect(read('it came last Monday and broke yesterday')).toEqual(either('2026-11-16', '2026-11-20'));
  expect(read('ordered on 3 May, arrived on 5 May')).toEqual(either('2026-05-03', '2026-05-05'));
  expect(read('3 May, 4 May or 5 May')).toEqual({ kind: 'none' });
});

it('does not depend on case, spaces, punctuation or invisible characters', () => {
  for (const text of ['12 MAY', '  12   may!! ', '12\u200b May.', '“12 May”', '12\nMay', '１２ Ｍａｙ']) {
    expect(read(text), text).toEqual(day('2026-05-12'));
  }
});

describe('what is of another language is left alone', () => {
  test.each([
    ['5/3 um 10 Uhr, vor zwei Tagen'],
    ['am 12. Mai vor zwei Jahren'],
    ['el 5/3'],
    ['hace 3 semanas, 12/5'],
    ['depuis le 12/5'],
    ['dal 3/5 al 12/5 alle 10'],
    ['12/5 в 10 часов'],
    ['12/5に届きました'],
  ])('%s', (text) => expect(read(text)).toEqual({ kind: 'none' }));

  it('figures alone, and English words that only look foreign, are read', () => {
    expect(read('13.5.2026')).toEqual(day('2026-05-13'));
    expect(read('um, 12 May, I dare say')).toEqual(day('2026-05-12'));
  });
});
