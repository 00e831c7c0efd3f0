import type { VersionSignee } from "../controle";
import type { FeuilleLue } from "../tableau";
import { cleDeVersion, lireVersions } from "./lire-versions";
import { Cases, situer } from "./structure";

/** Vrai si la feuille porte déjà une version de cet EPCI, de cette période et de ce rang : quelqu'un d'autre l'y a écrite. */
export function estDejaSignee(feuille: FeuilleLue, version: VersionSignee): boolean {
  const cases = new Cases(feuille);
  const table = situer(cases)?.versions;
  if (!table) return false;
  const cle = cleDeVersion(version);
  return lireVersions(cases, table, () => undefined).some((connue) => cleDeVersion(connue) === cle);
}
