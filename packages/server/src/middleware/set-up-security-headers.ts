import type { ServerApp } from '../server-app.js';
import { secureHeaders } from 'hono/secure-headers';

/** 応答の守り。スクリプトも様式も自分の番地のものだけを許し、HTML の中に直に書いたものは動かさない。 */
export function setUpSecurityHeaders(app: ServerApp, { https }: { readonly https: boolean }): void {
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        fontSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
      xFrameOptions: 'DENY',
      referrerPolicy: 'strict-origin-when-cross-origin',
      strictTransportSecurity: https ? 'max-age=31536000; includeSubDomains' : false,
      permissionsPolicy: { camera: [], microphone: [], geolocation: [], payment: [] },
    }),
  );
}
