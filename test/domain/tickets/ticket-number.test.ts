import {
  groupTicketNumber,
  isTicketNumber,
  parseTicketNumber,
  ticketNumber,
} from '../../../src/domain/tickets/ticket-number';

describe('ticket numbers', () => {
  const sample = Array.from({ length: 500 }, (_, index) => ticketNumber(index * 17_989));

  it('are eight digits, distinct, and valid', () => {
    expect(new Set(sample).size).toBe(sample.length);
    for (const number of sample) expect(number).toMatch(/^[1-9]\d{7}$/);
    expect(sample.every(isTicketNumber)).toBe(true);
  });

  it('catch every single wrong digit', () => {
    for (const number of sample.slice(0, 50)) {
      for (let place = 0; place < 8; place += 1) {
        for (let digit = 0; digit < 10; digit += 1) {
          if (digit === Number(number[place])) continue;
          expect(isTicketNumber(number.slice(0, place) + String(digit) + number.slice(place + 1))).toBe(
            false,
          );
        }
      }
    }
  });

  it('catch every swap of two neighbours', () => {
    for (const number of sample) {
      for (let place = 0; place < 7; place += 1) {
        const [a, b] = [number.charAt(place), number.charAt(place + 1)];
        if (a === b) continue;
        expect(isTicketNumber(number.slice(0, place) + b + a + number.slice(place + 2))).toBe(false);
      }
    }
  });

  it('are refused outside the range', () => {
    expect(() => ticketNumber(-1)).toThrow(RangeError);
    expect(() => ticketNumber(9_000_000)).toThrow(RangeError);
    expect(() => ticketNumber(1.5)).toThrow(RangeError);
  });

  const number = ticketNumber(4_821_309);
  const [first, second] = groupTicketNumber(number).split(' ') as [string, string];
  const han = (digits: string): string =>
    [...digits].map((digit) => '零一二三四五六七八九'[Number(digit)]).join('');
  it.each([
    [`我的单子是${number}，办了没`],
    [`${first} ${second}`],
    [`${first}-${second}`],
    [`编号${han(first)} ${han(second)}`],
    [number.replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)))],
  ])('are found as people write them: %s', (text) => expect(parseTicketNumber(text)).toBe(number));

  it.each([['13800000901'], ['没有编号'], ['12345678901234567890'], ['']])('are not found in %s', (text) =>
    expect(parseTicketNumber(text)).toBeUndefined(),
  );
});
