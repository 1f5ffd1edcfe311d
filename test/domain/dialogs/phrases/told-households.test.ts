import { nameOfHousehold, toldHouseholds } from '../../../../src/domain/dialogs/phrases/told-households';

test('each household of one message, and whom it begins with', () => {
  const told = toldHouseholds(
    '我是网格员韩雪，发现三户：第一户郭志军，四十九岁，肝癌欠了债；第二户老太太贾桂荣八十三岁一个人住；第三户：刘洋家，单亲没工作。一起给报了吧',
  );
  expect(told).toEqual([
    '郭志军，四十九岁，肝癌欠了债',
    '老太太贾桂荣八十三岁一个人住',
    '刘洋家，单亲没工作',
  ]);
  expect(told?.map(nameOfHousehold)).toEqual(['郭志军', '贾桂荣', '刘洋']);
});

test.each(['我是网格员，报三户', '第二户电话错了', '第一户，第二户'])('%s tells none', (text) => {
  expect(toldHouseholds(text)).toBeUndefined();
});
