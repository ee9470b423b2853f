/** Where a sentence, or an item of a list, begins. */
export const START = '(?<=^|[。!\\n※★☆●■◆◎○◇▼▲】(]|[・/] ?|[。!※♪] )';

/** 「お盆、年末年始 都合により休館することがあります」, 「8月は休み 都合により…」: the first are of closing days. */
export const LISTED =
  '(?:(?:は|を)?、?(?:お?休|閉[館所園室]|定休|除|のぞ)[^。、 \\n]{0,6}[ /]|(?:お?盆|年末|正月|[夏冬][季期]|GW)[^。、 \\n]{0,6}[、・ /])';
