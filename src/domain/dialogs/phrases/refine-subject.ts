import type { Subject } from '../../understanding/labels';

const SOMEBODY_ELSE =
  /邻居|隔壁|对门|前院|后院|村里(?:有|的|一|那)|我们?村|本村|嘎查(?:里)?(?:有|的|一)|有(?:一|个|这么)?(?:户|家人?|个?(?:老|女|男|小|孩|妇|残|疯|流浪))|他家|她家|他们家|人家|那家|学生|[我本]班|路边|楼[上下]|老乡|同村|工友|同事|同学|朋友|战友|乞丐|流浪|网格|辖区|走访|老.头|老汉|老太|老爷子|侄|外甥|那(?:人|个人|位)|neighbo|\b(?:friend|student|pupil|colleague|villager|homeless)|\b(?:an? |the )?old (?:man|woman|lady|couple|people)\b/i;
const OWN = /我家|我们家|俺家|俺们家|咱家|家里|家中|我们一家|我和|我跟|\b(?:we|our|us)\b|\bmy (?:family|household|house|home|wife|husband|son|daughter|kids?|child(?:ren)?)\b/i;

/**
 * Puts right a "somebody else" where a message speaks of nobody but the writer's own household: people leave the "we"
 * out. Everything else stays as it was understood.
 */
export function refineSubject(text: string, understood: Subject): Subject {
  return understood === 'other' && !SOMEBODY_ELSE.test(text) && OWN.test(text) ? 'self' : understood;
}
