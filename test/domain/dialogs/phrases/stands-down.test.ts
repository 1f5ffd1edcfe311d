import { standsDown } from '../../../../src/domain/dialogs/phrases/stands-down';

test.each([
  ['没事了', 'self_harm', true],
  ['真的没事，你给我查查低保', 'self_harm', true],
  ['别报警，求你了', 'self_harm', false],
  ['别报警', 'violence', false],
  ['不用报警，人回来了', 'missing', true],
  ['不用来了', 'fire', true],
  ['火灭了', 'fire', true],
  ['火还没灭', 'fire', false],
  ['没事了，农药都买好了', 'self_harm', false],
  ['他没打，刀还在手里', 'violence', false],
  ['现在没打，是以前', 'violence', true],
  ["I'm safe now", 'violence', true],
  ['not safe', 'violence', false],
  ['没事了，他出去买酒了，说回来还要打我', 'violence', false],
  ['误会，他说的是要弄死我们全家', 'violence', false],
  ['真的没事，他在旁边看着我打字', 'violence', false],
  ['现在没打，在磨刀', 'violence', false],
  ['孩子找到了，没气儿了', 'missing', false],
  ['人找到了，在沟里', 'missing', false],
  ['没事了，人不晕了', 'medical', true],
  ['现在安全了但他在找我', 'violence', false],
  ['没事了吧', 'violence', false],
  ['在通辽市科尔沁区', 'fire', false],
])('%s in %s: %s', (text, kind, over) => {
  expect(standsDown(text, kind)).toBe(over);
});
