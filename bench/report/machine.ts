import { cpus, release, totalmem } from 'node:os';

/** 測った機械。数字は機械と日が変われば変わるので、結果に必ず添える。 */
export interface Machine {
  readonly date: string;
  readonly node: string;
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGigabytes: number;
  readonly platform: string;
}

export function machine(): Machine {
  return {
    date: new Date().toISOString().slice(0, 10),
    node: process.version,
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    cores: cpus().length,
    memoryGigabytes: Math.round(totalmem() / 2 ** 30),
    platform: `${process.platform} ${release()} ${process.arch}`,
  };
}

export const describeMachine = ({ date, node, cpu, cores, memoryGigabytes, platform }: Machine): string =>
  `${date}  Node ${node}  ${cpu} ×${cores}  ${memoryGigabytes} GB  ${platform}`;
