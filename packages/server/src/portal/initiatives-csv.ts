import type { AreaView } from '@renkei/app';
import { writeCsv } from './csv.js';
import { readingsOf } from './initiative-index.js';

/** 取組の一覧。1行は、一つの協約の一つの取組の一つの役割。 */
export function initiativesCsv(area: AreaView): string {
  const header = ['圏域', '協約ID', '協約', '締結日', '政策分野番号', '政策分野', '取組番号', '取組', '内容', '内容の推定', '役割の当事者', '役割を負う団体', '役割', '役割の推定', '根拠の条'];
  const rows = readingsOf(area).flatMap(({ agreement, reading }) =>
    reading.initiatives.flatMap((initiative) => {
      const field = reading.policyFields.find((f) => f.path === initiative.field);
      const roles = initiative.roles.length === 0 ? [null] : initiative.roles;
      return roles.map((role) => [
        area.name, agreement.slug, agreement.title, agreement.concludedOn,
        field?.path ?? null, field?.heading ?? null, initiative.path, initiative.name, initiative.content, initiative.contentInferred === true ? '推定' : null,
        role?.party ?? null, role?.bodies.join('・') ?? null, role?.text ?? null, role?.inferred === true ? '推定' : null,
        initiative.article?.number ?? null,
      ]);
    }),
  );
  return writeCsv(header, rows);
}
