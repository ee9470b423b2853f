/** Where a sentence, or an item of a list, begins. */
export const START = '(?<=^|[。!\\n※★☆●■◆◎○◇▼▲】(]|[・/] ?|[。!※♪] )';
