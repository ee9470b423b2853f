/**
 * Cuts a byte stream into frames that begin with a fixed head from which their whole length is read.
 * Bytes are joined once per frame at most: a chunk that holds a whole frame is not copied at all.
 * `take` throws RangeError where a head announces less than itself or more than `most`.
 */
export const frames = (
  headLength: number,
  lengthOf: (head: Buffer) => number,
  most: number,
  take: (frame: Buffer) => void,
): ((chunk: Buffer) => void) => {
  let waiting: Buffer[] = [];
  let held = 0;
  let needed = headLength;

  const announced = (head: Buffer): number => {
    const length = lengthOf(head);
    if (length < headLength || length > most) throw new RangeError(`A frame of ${length} bytes is not possible here.`);
    return length;
  };

  return (chunk) => {
    waiting.push(chunk);
    held += chunk.length;
    while (held >= needed) {
      const joined = waiting.length === 1 ? (waiting[0] as Buffer) : Buffer.concat(waiting, held);
      waiting = [joined];
      const length = announced(joined);
      needed = length;
      if (held < length) return;
      const rest = joined.subarray(length);
      waiting = rest.length > 0 ? [rest] : [];
      held = rest.length;
      needed = headLength;
      take(joined.subarray(0, length));
    }
  };
};
