/** Where a sentence, or an item of a list, begins. */
export const START = '(?<=^|[。!\\n※★☆●■◆◎○◇▼▲】(]|[・/] ?|[。!※♪] )';

/** 「お盆、年末年始 都合により休館することがあります」: the first are of a list of closing days. */
export const LISTED = '(?:お?盆|年末|正月|[夏冬][季期]|GW)[^。、 \\n]{0,6}[、・ /]';
