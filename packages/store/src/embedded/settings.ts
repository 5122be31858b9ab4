/**
 * 組込みの PostgreSQL の設定。小さな機器でほかの仕事の邪魔をしない大きさにし、守りは落とさない
 * （fsync、synchronous_commit、full_page_writes、データのチェックサムは既定のまま）。
 * 設定ファイルでなく起動の引数で渡すので、プログラムを新しくすれば次の起動から効く。
 */
export const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '40',
  shared_buffers: '32MB',
  work_mem: '4MB',
  maintenance_work_mem: '32MB',
  wal_buffers: '1MB',
  min_wal_size: '32MB',
  max_wal_size: '256MB',
  // 複製も並列も使わない。補助のプロセスを立てず、メモリを節約する
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_replication_slots: '0',
  max_logical_replication_workers: '0',
  max_worker_processes: '2',
  max_parallel_workers: '0',
  max_parallel_workers_per_gather: '0',
  max_parallel_maintenance_workers: '0',
  autovacuum_max_workers: '1',
  io_method: 'sync',
  huge_pages: 'off',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_checkpoints: 'off',
  logging_collector: 'off',
  log_destination: 'stderr',
};

/**
 * 照合順序は符号位置順の C.UTF-8（PostgreSQL 組込み）。機器のロケールや ICU の版で並びや索引が変わらない。
 * 認証は乱数のパスワードだけ（同じ機器のほかの利用者も、知らなければ繋げない）。
 */
export const INITDB_OPTIONS = [
  '--username=renkei',
  '--encoding=UTF8',
  '--locale=C',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--auth=scram-sha-256',
  '--no-instructions',
] as const;
