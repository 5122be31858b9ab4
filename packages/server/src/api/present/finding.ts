import { describeFinding } from '@renkei/app';
import type { Finding as Reported } from '@renkei/core';
import type { Finding } from '../schemas/finding.js';

export function presentFinding(finding: Reported): Finding {
  const { code, severity, at, found, assumed, confidence } = finding;
  return {
    code,
    severity,
    at: { line: at.line ?? null, provision: at.provision ?? null, node: at.node ?? null },
    found: found ?? null,
    assumed: assumed ?? null,
    confidence: confidence ?? null,
    message: { ja: describeFinding(finding, 'ja'), en: describeFinding(finding, 'en') },
  };
}
