import { createTextMask, maskFields, maskSpans } from '../../../src/domain/access/mask-case';
import { maskAddress, maskDigits, maskName, maskPhone } from '../../../src/domain/access/mask-value';

test.each([
  [maskPhone, '13800001234', '138****1234'],
  [maskPhone, '04751234567', '047****4567'],
  [maskPhone, '4752345', '475**45'],
  [maskPhone, '12', '12'],
  [maskName, '张三', '张*'],
  [maskName, '乌云其木格', '乌****'],
  [maskName, '𠮷田', '𠮷*'],
  [maskName, '', ''],
  [maskAddress, '通辽市科左中旗保康镇巴彦村3组', '通辽市科左中旗保康镇*****'],
  [maskAddress, '通辽市科左中旗', '通辽市科左中旗'],
  [maskAddress, '呼和浩特市赛罕区阳光小区3号楼', '呼和浩特市赛罕区*******'],
  [maskAddress, '火车站南边', '*****'],
  [maskDigits, '电话138 0000 1234，家里3口人', '电话138 **** 1234，家里3口人'],
  [maskDigits, '卡号6222021234567890123', '卡号622**************23'],
  [maskDigits, '2025年10月领了800元', '2025年10月领了800元'],
])('%p of %s', (mask: (text: string) => string, value, shown) => {
  expect(mask(value)).toBe(shown);
  expect(mask(value)).toHaveLength(value.length);
});

const given = (value: string | number) => ({ value, status: 'given' as const });

test('fields: persons in part, the rest whole', () => {
  const fields = maskFields({
    caller_name: given('王小明'),
    caller_phone: given('13800001234'),
    current_address: given('保康镇巴彦村'),
    what_happened: given('停工三个月，打13900005678找我'),
    household_size: given(3),
  });
  expect(Object.fromEntries(Object.entries(fields).map(([slot, field]) => [slot, field.value]))).toEqual({
    caller_name: '王**',
    caller_phone: '138****1234',
    current_address: '保康镇***',
    what_happened: '停工三个月，打139****5678找我',
    household_size: 3,
  });
  expect(fields.household_size?.masked).toBeUndefined();
  expect(fields.caller_name?.masked).toBe(true);
});

test('words: what the case knows is masked wherever it is repeated; a ticket number stays', () => {
  const mask = createTextMask(
    [{ caller_name: given('王小明'), caller_phone: given('13800001234') }],
    ['48213097'],
  );
  expect(mask('王小明，单号4821 3097，电话13800001234，王小明')).toBe(
    '王**，单号4821 3097，电话138****1234，王**',
  );
  expect(mask('单号48213098')).toBe('单号482***98');
});

test('spans that were understood keep their places', () => {
  const text = '我叫李四，电话13900001111';
  const spans = [
    { kind: 'person_name', start: 2, end: 4 },
    { kind: 'phone', start: 7, end: 18 },
    { kind: 'age', start: 0, end: 2 },
  ];
  expect(maskSpans(text, spans)).toBe('我叫李*，电话139****1111');
});
