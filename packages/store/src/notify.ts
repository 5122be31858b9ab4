import type { StoreNotice, StoreNoticeCode } from '@renkei/app';

/** 立上げと停止の途中経過を知らせる先。 */
export type Notify = (code: StoreNoticeCode, data?: StoreNotice['data']) => void;

export const toNotify = (log: ((notice: StoreNotice) => void) | undefined): Notify => (code, data = {}) => log?.({ code, data });
