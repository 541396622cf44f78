// Written by `npm run measures` from the files in `data/`.

import type { Instrument } from '../contracts/instrument.ts';

/** Loads one measure, by `Instrument.id`. */
export const ON_DEMAND: Readonly<Record<string, () => Promise<Instrument>>> = {
  aaq2: async () => (await import('./data/aaq2.ts')).aaq2,
  ace10: async () => (await import('./data/ace10.ts')).ace10,
  asq: async () => (await import('./data/asq.ts')).asq,
  asrs6: async () => (await import('./data/asrs6.ts')).asrs6,
  auditc: async () => (await import('./data/auditc.ts')).auditc,
  cage: async () => (await import('./data/cage.ts')).cage,
  cesd: async () => (await import('./data/cesd.ts')).cesd,
  cesdr: async () => (await import('./data/cesdr.ts')).cesdr,
  core10: async () => (await import('./data/core10.ts')).core10,
  csi4: async () => (await import('./data/csi4.ts')).csi4,
  csi16: async () => (await import('./data/csi16.ts')).csi16,
  csi32: async () => (await import('./data/csi32.ts')).csi32,
  cssrs_screener: async () => (await import('./data/cssrs_screener.ts')).cssrsScreener,
  dass21: async () => (await import('./data/dass21.ts')).dass21,
  ders16: async () => (await import('./data/ders16.ts')).ders16,
  ders18: async () => (await import('./data/ders18.ts')).ders18,
  gad2: async () => (await import('./data/gad2.ts')).gad2,
  gad7: async () => (await import('./data/gad7.ts')).gad7,
  gse: async () => (await import('./data/gse.ts')).gse,
  hark: async () => (await import('./data/hark.ts')).hark,
  itq: async () => (await import('./data/itq.ts')).itq,
  k6: async () => (await import('./data/k6.ts')).k6,
  k10: async () => (await import('./data/k10.ts')).k10,
  maas: async () => (await import('./data/maas.ts')).maas,
  pcl5: async () => (await import('./data/pcl5.ts')).pcl5,
  pcptsd5: async () => (await import('./data/pcptsd5.ts')).pcptsd5,
  peg: async () => (await import('./data/peg.ts')).peg,
  phq2: async () => (await import('./data/phq2.ts')).phq2,
  phq4: async () => (await import('./data/phq4.ts')).phq4,
  phq8: async () => (await import('./data/phq8.ts')).phq8,
  phq9: async () => (await import('./data/phq9.ts')).phq9,
  phq15: async () => (await import('./data/phq15.ts')).phq15,
  phqa: async () => (await import('./data/phqa.ts')).phqa,
  phqads: async () => (await import('./data/phqads.ts')).phqads,
  psc17: async () => (await import('./data/psc17.ts')).psc17,
  pswq: async () => (await import('./data/pswq.ts')).pswq,
  rand36: async () => (await import('./data/rand36.ts')).rand36,
  rses: async () => (await import('./data/rses.ts')).rses,
  scssf: async () => (await import('./data/scssf.ts')).scssf,
  ucla3: async () => (await import('./data/ucla3.ts')).ucla3,
  ypcore: async () => (await import('./data/ypcore.ts')).ypcore,
};

/** Ids of the measures that are sums of others: nobody answers them, so nothing names them. */
export const COMPOSITES: readonly string[] = ['phqads'];
