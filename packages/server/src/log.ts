/** 記録の1行（JSON）。kind で何の記録かを分ける。 */
export interface LogEntry {
  readonly time: string;
  readonly kind: 'access' | 'fault';
  readonly id: string;
  readonly [key: string]: string | number | undefined;
}

export type WriteLog = (entry: LogEntry) => void;
