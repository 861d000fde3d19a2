// REST routes of an App's webhook deliveries, and of the manifest flow that makes an App.
import { notFound, refused } from '../problem.ts';
import { type Call, list, number, ok, type Routes, text } from '../route.ts';
import { integration } from '../shapes/account.ts';
import type { Delivery, Webhooks } from '../webhooks.ts';
import type { Fields } from '../world.ts';

const idIn = (value: unknown): number | null => {
  const id = (value as { id?: unknown } | undefined)?.id;
  return typeof id === 'number' ? id : null;
};

function itemShape(delivery: Delivery): Fields {
  return {
    id: delivery.id,
    guid: delivery.guid,
    delivered_at: delivery.at,
    redelivery: delivery.redelivery,
    duration: delivery.duration,
    status: delivery.status,
    status_code: delivery.statusCode,
    event: delivery.event,
    action: delivery.action,
    installation_id: idIn(delivery.payload.installation),
    repository_id: idIn(delivery.payload.repository),
    throttled_at: null,
  };
}

export interface Manifests {
  /** What a code of the manifest flow stands for: the App, and its key as PEM. */
  redeem: (code: string) => { pem: string } | null;
}

export function deliveryRoutes(webhooks: Webhooks, manifests: Manifests): Routes {
  const deliveryOf = (call: Call): Delivery => {
    const found = webhooks.deliveries.find(({ id }) => id === number(call, 'delivery_id'));
    if (!found) throw notFound();
    return found;
  };
  return {
    'apps/list-webhook-deliveries': {
      of: 'app',
      handle: (call) => {
        const { cursor, status, per_page } = call.query;
        const newest = webhooks.deliveries
          .toReversed()
          .filter(({ statusCode }) => status === undefined || (status === 'success') === (statusCode >= 200 && statusCode < 400))
          .filter(({ id }) => text(cursor) === undefined || id < Number(text(cursor)));
        const { body } = list({ ...call, query: { per_page } }, newest, itemShape);
        const last = (body as Fields[]).at(-1);
        const more = last !== undefined && newest.at(-1)?.id !== last.id;
        const next = `${call.world.origin}/api/v3/app/hook/deliveries?per_page=${Number(per_page ?? 30)}&cursor=${String(last?.id)}`;
        return { status: 200, body, ...(more ? { headers: { link: `<${next}>; rel="next"` } } : {}) };
      },
    },
    'apps/get-webhook-delivery': {
      of: 'app',
      handle: (call) => {
        const delivery = deliveryOf(call);
        const { webhook } = call.world.app;
        const request = { headers: delivery.request.headers, payload: delivery.payload };
        return ok({ ...itemShape(delivery), url: webhook.url ?? '', request, response: delivery.response });
      },
    },
    'apps/redeliver-webhook-delivery': {
      of: 'app',
      handle: (call) => {
        if (!webhooks.redeliver(deliveryOf(call))) throw refused(422, 'Delivery is too old to be redelivered');
        return { status: 202, body: {} };
      },
    },
    'apps/create-from-manifest': {
      of: 'anyone',
      handle: ({ world, params }) => {
        const redeemed = manifests.redeem(params.code ?? '');
        if (!redeemed) throw notFound();
        const { app } = world;
        const secrets = {
          client_id: app.clientId,
          client_secret: 'e6a1d0c4'.repeat(5),
          webhook_secret: app.webhook.secret,
          pem: redeemed.pem,
        };
        return { status: 201, body: { ...integration(world, app), ...secrets } };
      },
    },
  };
}
