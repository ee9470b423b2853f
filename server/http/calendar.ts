import type { FastifyInstance } from 'fastify';
import { calendarFactsOf } from '../domain/calendar-facts.ts';
import { writeCalendar } from '../domain/schedule/write-ical.ts';
import type { PlaceIndex } from '../search/place-index.ts';

export interface CalendarParts {
  index: PlaceIndex;
  now: () => number;
  /** Links in the calendar begin with it. */
  publicUrl: string;
}

/** `/places/{id}.ics`: the sessions of a place for a calendar program (RFC 5545), from today. */
export function calendar(app: FastifyInstance, { index, now, publicUrl }: CalendarParts): Promise<void> {
  app.get<{ Params: { id: string } }>('/places/:id(^[\\w-]+).ics', async ({ params: { id } }, reply) => {
    const place = index.place(id);
    if (place === null) return reply.code(404).type('text/plain; charset=utf-8').send('この場所は見つかりません。');
    const text = writeCalendar({
      name: place.name,
      url: `${publicUrl}/places/${place.id}`,
      uid: place.id,
      schedule: place.schedule,
      from: now(),
      facts: calendarFactsOf(place),
      stamp: place.updatedAt.getTime(),
    });
    return reply
      .type('text/calendar; charset=utf-8')
      .header('content-disposition', `attachment; filename="ibasho-${place.id}.ics"`)
      .header('cache-control', 'public, max-age=3600')
      .send(text);
  });
  return Promise.resolve();
}
