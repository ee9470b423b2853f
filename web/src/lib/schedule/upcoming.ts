interface SessionTimes {
  start: string;
  end?: string | null | undefined;
  timeKnown: boolean;
}

/** Sessions that are not over at an instant (epoch milliseconds). One without a known end or time lasts its whole day. */
export function upcoming<Session extends SessionTimes>(sessions: Session[], now: number): Session[] {
  return sessions.filter(({ end, timeKnown }) => !timeKnown || !end || Date.parse(end) > now);
}
