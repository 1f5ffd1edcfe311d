const DECLINES =
  /匿名|(?:不|别|不想|不愿|不敢|不方便|就不)(?:意)?(?:留|说|透露|提供|给|写|报|署|登记|告诉)(?:你们?|您)?(?:我的?)?(?:姓名|名字?|姓|真名|大名|电话|号码|联系方式|是谁|身份)|(?:姓名|名字|电话|联系方式)[^，。,.]{0,4}(?:就)?(?:不留|不说|不写|不给|不报|免了)|别(?:说|提|问)(?:是)?我(?:是谁|说的|反映的|举报的|叫)|(?:怕|担心)(?:他|她|人家|对方|村里|得罪|打击|报复).{0,6}(?:不留|不说)|(?:remain|stay|be|keep me|report) anonymous|anonymously|(?:not|don't|won't|rather not) (?:want to )?(?:give|leave|say|tell)(?: you)? my (?:name|number|phone)|without (?:giving )?my name/i;

/** Says that they will leave neither name nor telephone. */
export function declinesToBeNamed(text: string): boolean {
  return DECLINES.test(text);
}
