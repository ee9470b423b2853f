import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { People, Viewer, Visit } from '../accounts/people.ts';
import { blobName } from '../accounts/photos.ts';
import { mayRead } from '../accounts/rights.ts';
import { keepPhoto, MOST_BYTES } from '../accounts/upload.ts';
import { viewerOf } from '../accounts/sessions.ts';
import { Refused } from '../domain/user-error.ts';
import { voiceOf } from '../domain/voice.ts';
import { messageOf } from '../accounts/messages.ts';
import { isSameOrigin, visitOf } from './visit.ts';

export interface PhotoParts {
  people: People;
  now: () => number;
  publicUrl: string;
}

/**
 * `POST /photos`: takes a picture in (multipart, field `photo`) and answers `{ id }`; a plain form goes on to `?next=`, with the
 * id or the code of what is wrong. `GET /photos/{id}`: shows it.
 */
export async function photos(app: FastifyInstance, parts: PhotoParts): Promise<void> {
  await app.register(multipart, { limits: { files: 1, fileSize: MOST_BYTES, fields: 0, parts: 1 } });
  app.post('/photos', { bodyLimit: MOST_BYTES + 64 * 1024, config: { rateLimit: { max: 60 } } }, (request, reply) =>
    upload(request, reply, parts),
  );
  app.get<{ Params: { id: string }; Querystring: { size?: string } }>('/photos/:id(^[\\w-]+$)', (request, reply) =>
    show(request, reply, parts),
  );
}

async function upload(request: FastifyRequest, reply: FastifyReply, { people, now, publicUrl }: PhotoParts) {
  const voice = voiceOf(request.headers['accept-language']);
  const page = pageAfter(request);
  const refused = (status: number, problems: Refused['problems']) =>
    page
      ? reply.redirect(`${page}?photoError=${problems[0]?.code ?? 'INVALID'}`, 303)
      : reply.code(status).send({ userErrors: problems.map((each) => ({ ...each, message: messageOf(each, voice) })) });
  if (!isSameOrigin(request, publicUrl)) return refused(403, [{ code: 'FORBIDDEN', path: [] }]);
  const viewer = await viewerOf(people.store, visitOf(request, reply, publicUrl), now());
  if (viewer === null) return refused(401, [{ code: 'FORBIDDEN', path: [], say: 'SIGN_IN' }]);
  try {
    const id = await keepPhoto(people, viewer, await fileOf(request), now());
    return await (page ? reply.redirect(`${page}?photo=${id}`, 303) : reply.code(201).send({ id }));
  } catch (error) {
    if (error instanceof Refused) return refused(error.problems[0]?.code === 'TOO_LONG' ? 413 : 422, error.problems);
    throw error;
  }
}

/** Where a form without scripts goes on: a path of this site and nothing else; null for a program, which reads JSON. */
function pageAfter({ headers, query }: FastifyRequest): string | null {
  const { next } = query as { next?: unknown };
  if (typeof next !== 'string' || !(headers.accept ?? '').includes('text/html')) return null;
  return /^\/[\w/-]+$/.test(next) && !next.startsWith('//') ? next : null;
}

/** The bytes of the one file. @throws Refused where there is none, or it is too large */
async function fileOf(request: FastifyRequest): Promise<Buffer> {
  const missing = new Refused({ code: 'REQUIRED', path: ['photo'] });
  if (!request.isMultipart()) throw missing;
  const file = await request.file().catch(() => undefined);
  if (!file) throw missing;
  try {
    return await file.toBuffer();
  } catch {
    throw new Refused({
      code: 'TOO_LONG',
      path: ['photo'],
      say: 'PHOTO_SIZE',
      values: { megabytes: MOST_BYTES / 2 ** 20 },
    });
  }
}

type ShowRequest = FastifyRequest<{ Params: { id: string }; Querystring: { size?: string } }>;

/** A public photo for anybody, one that waits for who may see it; everything else is not there. */
async function show(request: ShowRequest, reply: FastifyReply, { people, now, publicUrl }: PhotoParts) {
  const { id } = request.params;
  const size = request.query.size === 'small' ? 'small' : 'large';
  const photo = await people.store.photos.byId(id);
  const isPublic =
    photo?.state === 'PUBLIC' && people.published.place(photo.placeId ?? '')?.photos?.some((each) => each.id === id);
  const seen = photo && (isPublic || (await maySee(photo, visitOf(request, reply, publicUrl), people, now())));
  const bytes = seen ? await people.store.blobs.read(blobName(id, size)) : null;
  if (bytes === null) return reply.code(404).type('text/plain; charset=utf-8').send('この写真は見つかりません。');
  return reply
    .type('image/webp')
    .header('cache-control', isPublic ? 'public, max-age=86400' : 'private, no-store')
    .header('content-security-policy', "default-src 'none'")
    .send(bytes);
}

type Photo = NonNullable<Awaited<ReturnType<People['store']['photos']['byId']>>>;

async function maySee(photo: Photo, visit: Visit, people: People, now: number): Promise<boolean> {
  const viewer: Viewer | null = await viewerOf(people.store, visit, now);
  if (viewer === null || photo.state === 'REMOVED') return false;
  if (photo.accountId === viewer.account._id) return true;
  const place = photo.placeId === null ? null : await people.store.places.read(photo.placeId);
  return place !== null && mayRead(viewer, place, 'waitingPhotos');
}
