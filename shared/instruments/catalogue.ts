// Written by `npm run measures` from the files in `data/`.

import type { Instrument } from '../contracts/instrument.ts';
import { aaq2 } from './data/aaq2.ts';
import { ace10 } from './data/ace10.ts';
import { asq } from './data/asq.ts';
import { asrs6 } from './data/asrs6.ts';
import { auditc } from './data/auditc.ts';
import { cage } from './data/cage.ts';
import { cesd } from './data/cesd.ts';
import { cesdr } from './data/cesdr.ts';
import { core10 } from './data/core10.ts';
import { csi4 } from './data/csi4.ts';
import { csi16 } from './data/csi16.ts';
import { csi32 } from './data/csi32.ts';
import { cssrsScreener } from './data/cssrs_screener.ts';
import { dass21 } from './data/dass21.ts';
import { ders16 } from './data/ders16.ts';
import { ders18 } from './data/ders18.ts';
import { gad2 } from './data/gad2.ts';
import { gad7 } from './data/gad7.ts';
import { gse } from './data/gse.ts';
import { hark } from './data/hark.ts';
import { itq } from './data/itq.ts';
import { k6 } from './data/k6.ts';
import { k10 } from './data/k10.ts';
import { maas } from './data/maas.ts';
import { pcl5 } from './data/pcl5.ts';
import { pcptsd5 } from './data/pcptsd5.ts';
import { peg } from './data/peg.ts';
import { phq2 } from './data/phq2.ts';
import { phq4 } from './data/phq4.ts';
import { phq8 } from './data/phq8.ts';
import { phq9 } from './data/phq9.ts';
import { phq15 } from './data/phq15.ts';
import { phqa } from './data/phqa.ts';
import { phqads } from './data/phqads.ts';
import { psc17 } from './data/psc17.ts';
import { pswq } from './data/pswq.ts';
import { rand36 } from './data/rand36.ts';
import { rses } from './data/rses.ts';
import { scssf } from './data/scssf.ts';
import { ucla3 } from './data/ucla3.ts';
import { ypcore } from './data/ypcore.ts';

/** Every measure that has a file in `data/`, in the order of their ids. */
export const CATALOGUE: readonly Instrument[] = [
  aaq2,
  ace10,
  asq,
  asrs6,
  auditc,
  cage,
  cesd,
  cesdr,
  core10,
  csi4,
  csi16,
  csi32,
  cssrsScreener,
  dass21,
  ders16,
  ders18,
  gad2,
  gad7,
  gse,
  hark,
  itq,
  k6,
  k10,
  maas,
  pcl5,
  pcptsd5,
  peg,
  phq2,
  phq4,
  phq8,
  phq9,
  phq15,
  phqa,
  phqads,
  psc17,
  pswq,
  rand36,
  rses,
  scssf,
  ucla3,
  ypcore,
];
