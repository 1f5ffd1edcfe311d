/** Traditional characters that citizens of the region type, each followed by its simplified form. */
const SIMPLIFIED =
  '萬万與与專专業业東东絲丝兩两嚴严喪丧個个豐丰臨临為为麗丽舉举義义烏乌樂乐習习鄉乡書书買买亂乱爭争於于虧亏雲云產产親亲億亿僅仅從从倉仓儀仪們们價价眾众優优會会傘伞偉伟傳传傷伤倫伦偽伪體体餘余傭佣債债傾倾償偿兒儿黨党蘭兰關关興兴養养獸兽內内岡冈冊册寫写軍军農农馮冯決决況况凍冻淨净準准涼凉減减湊凑幾几鳳凤憑凭凱凯擊击劃划劉刘則则剛刚創创刪删別别製制劑剂劍剑劇剧勸劝辦办務务動动勵励勁劲勞劳勢势勻匀區区醫医華华協协單单賣卖盧卢衛卫卻却廠厂廳厅歷历厲厉壓压縣县參参雙双發发變变敘叙葉叶號号嘆叹聽听啟启吳吴員员嗚呜響响啞哑喚唤嘗尝團团園园圍围國国圖图圓圆聖圣場场壞坏塊块堅坚壇坛墳坟墜坠壟垄壩坝牆墙壯壮聲声殼壳處处備备複复夠够頭头夾夹奪夺奮奋獎奖奧奥婦妇媽妈嬰婴孫孙學学寧宁寶宝實实寵宠審审憲宪宮宫寬宽賓宾對对尋寻導导壽寿將将爾尔塵尘盡尽層层屬属歲岁豈岂島岛崗岗嶺岭幣币帥帅師师帳帐帶带幫帮幹干並并廣广莊庄慶庆庫库應应廟庙廢废開开異异棄弃張张彈弹強强歸归當当錄录徹彻徑径憶忆懷怀態态總总戀恋惡恶惱恼懸悬驚惊慘惨慣惯憐怜懶懒戲戏戰战戶户撲扑執执擴扩掃扫揚扬擾扰撫抚拋抛搶抢護护報报擔担擬拟擁拥攔拦擇择掛挂擋挡擠挤揮挥撈捞損损撿捡換换據据擺摆搖摇攤摊敵敌數数齋斋斷断無无舊旧時时曠旷曉晓暫暂術术機机殺杀雜杂權权條条來来楊杨極极構构槍枪標标棧栈樹树樣样橋桥檢检樓楼歡欢歐欧殘残殯殡毀毁畢毕氣气漢汉湯汤溝沟沒没淚泪潔洁濟济測测滿满灣湾濕湿漲涨澆浇滅灭燈灯災灾爐炉點点煉炼爛烂煙烟煩烦燒烧熱热愛爱爺爷牽牵狀状猶犹獨独獄狱獲获環环現现瑪玛電电畫画療疗瘋疯癢痒盜盗監监蓋盖盤盘睜睁礦矿碼码磚砖確确禮礼禍祸離离種种積积稱称穩稳窮穷竊窃豎竖競竞筆笔築筑簡简籌筹簽签糧粮緊紧糾纠紅红級级約约紀纪純纯納纳紙纸紛纷線线練练組组細细織织終终紹绍經经結结給给絕绝統统繼继績绩續续維维綠绿緩缓編编緣缘縮缩繳缴網网羅罗罰罚職职聯联聰聪腫肿腎肾脅胁勝胜腦脑臟脏腳脚脫脱臉脸艱艰藝艺節节範范薦荐榮荣藥药營营蕭萧藍蓝虛虚蟲虫雖虽補补襯衬褲裤見见觀观規规覺觉覽览計计訂订認认討讨讓让訓训議议訊讯記记講讲許许論论設设訪访證证評评識识詐诈訴诉診诊詞词試试詩诗話话誠诚該该詳详語语誤误說说請请諸诸讀读課课誰谁調调談谈謀谋謝谢謊谎譜谱貝贝貞贞負负財财責责賢贤敗败賬账貨货質质販贩貪贪貧贫購购貯贮貴贵貸贷費费賀贺賊贼賈贾資资賠赔賭赌賞赏賴赖贈赠贏赢趕赶趙赵躍跃軌轨轉转輪轮軟软輕轻載载輔辅輛辆輩辈輸输辭辞邊边遷迁過过運运還还這这進进遠远違违連连遲迟適适選选遞递遺遗鄧邓鄭郑鄰邻醬酱釋释裡里裏里鐵铁針针鈔钞鋼钢鑰钥錢钱鉆钻鎖锁鍋锅鏡镜鎮镇長长門门閃闪閉闭問问閒闲間间悶闷鬧闹聞闻閱阅隊队陽阳陰阴陣阵階阶際际陸陆陳陈險险隨随隱隐難难雞鸡霧雾靜静頂顶項项順顺須须頑顽顧顾預预領领頗颇頻频題题額额顏颜願愿顛颠類类飛飞飢饥飯饭飲饮飾饰飽饱餓饿館馆馬马駕驾駐驻駱骆驗验騎骑騙骗騰腾魚鱼魯鲁鮮鲜鳥鸟鴨鸭鵝鹅麥麦黃黄齊齐齒齿齡龄龍龙龜龟臺台檯台佈布僱雇傢家嗎吗喫吃妳你';

const FOLD = buildTable();

/**
 * The code unit that stands for `code` when texts are compared: half width, lower case, simplified. One for one, so
 * that offsets into the folded text are offsets into the text as sent.
 */
export function foldCode(code: number): number {
  return FOLD[code]!;
}

/** Folds a whole text (see foldCode); the length stays the same. */
export function fold(text: string): string {
  let folded = '';
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const target = FOLD[code]!;
    if (target === code) continue;
    folded += text.slice(from, at) + String.fromCharCode(target);
    from = at + 1;
  }
  return from === 0 ? text : folded + text.slice(from);
}

function buildTable(): Uint16Array {
  const table = new Uint16Array(65_536);
  for (let code = 0; code < 65_536; code += 1) table[code] = code;
  // Only the blocks in which NFKC or case change single letters; the whole plane would cost start-up time.
  for (const [from, to] of [
    [0x41, 0x17f],
    [0x370, 0x52f],
    [0x1e00, 0x1eff],
    [0x2000, 0x206f],
    [0x2460, 0x24ff],
    [0x2e80, 0x2fdf],
    [0x3000, 0x3000],
    [0xf900, 0xfaff],
    [0xff00, 0xffef],
  ] as const) {
    for (let code = from; code <= to; code += 1) {
      const plain = String.fromCharCode(code).normalize('NFKC').toLowerCase();
      if (plain.length === 1) table[code] = plain.charCodeAt(0);
    }
  }
  for (let at = 0; at + 1 < SIMPLIFIED.length; at += 2) {
    table[SIMPLIFIED.charCodeAt(at)] = SIMPLIFIED.charCodeAt(at + 1);
  }
  return table;
}
