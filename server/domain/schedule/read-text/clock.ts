/** A time of day, with or without its half: 正午, 午後3時半, 17:30; 3時間 is none. */
export const CLOCK = '(?:正午|(?:(?:午前|午後|夕方|夜) ?)?[0-9]{1,2}(?::[0-9]{2}|時(?!間)(?:[0-9]{1,2}分|半)?))';

/** In minutes of the day; also how long half a day is. */
export const NOON = 720;

/** Until it gets dark: an end of which no clock tells when it is. */
export const DUSK = '(?:日没|日の入り?|日暮れ?|夕暮れ?|暗くなる)(?:まで|頃|ころ|ごろ|前){0,2}';
