import { normaliserMot } from "../regles";
import type { TypeDeTableau } from "../tableau";

/** Ce qu'un contrat signé, ou son avenant, a fixé : opposable, il ne suit plus ni le tableau ni l'inventaire. */
export interface VersionSignee {
  /** `null` : un EPCI que rien ne nomme. */
  epci: string | null;
  /** 0 : le contrat lui-même ; n : son avenant n. */
  avenant: number;
  /** « 2026-06-30 ». */
  signeLe: string;
  /** Année de l'inventaire de référence, au 1er janvier ; `null` : non dite. */
  inventaire: number | null;
  /** « 2026-2028 ». */
  periode: string;
  type: TypeDeTableau;
  communes: readonly ObjectifSigne[];
  /** Vrai si une ligne de la feuille « CMS – Contrat » ne se lit pas : il peut y manquer une commune. */
  incomplete?: true;
}

/** Les nombres signés d'une commune, en logements ; `null` : sans objet, ou non connu à la signature. */
export interface ObjectifSigne {
  nom: string;
  insee: string | null;
  deficit: number | null;
  objectifLegal: number | null;
  objectif: number;
  /** Minimum de PLAI et maximum de PLS et assimilés. */
  plai: number | null;
  pls: number | null;
}

/** La version en vigueur d'un contrat, et celle qu'elle remplace. */
export interface EtatDuContrat {
  version: VersionSignee;
  /** `null` : le contrat n'a pas d'avenant. */
  precedente: VersionSignee | null;
}

/** Pourquoi une version ne se fige pas : des données, jamais une phrase. */
export type RefusDeFiger =
  /** Cette date n'existe pas, ou ne peut être celle de la signature pour cette période. */
  | { code: "date-impossible"; recue: string; periode: string }
  | { code: "date-anterieure"; signeLe: string; precedente: string }
  /** Mêmes communes et mêmes nombres que la version en vigueur, signée à cette date. */
  | { code: "rien-ne-change"; precedente: string }
  /** Le contrat vient d'abord, puis ses avenants, un à un. */
  | { code: "avenant-hors-suite"; avenant: number; attendu: number }
  | { code: "aucune-commune" }
  | { code: "objectif-illisible"; communes: readonly string[] }
  /** Le tableau est d'une période que le barème ne connaît pas, ou dont la loi n'aménage pas les objectifs. */
  | { code: "periode-hors-bareme"; affiche: string }
  /** Deux lignes pour une même commune : on ne sait pas laquelle signer. */
  | { code: "commune-en-double"; communes: readonly string[] };

/**
 * L'état d'un contrat : sa version en vigueur pour une période ; `null` : un projet.
 * @param versions Dans n'importe quel ordre.
 * @param epci Casse et accents indifférents.
 */
export function etatDuContrat(
  versions: readonly VersionSignee[],
  epci: string | null,
  periode: string
): EtatDuContrat | null {
  const siennes = versionsDe(versions, epci).filter((version) => version.periode === periode);
  const version = siennes.at(-1);
  return version ? { version, precedente: siennes.at(-2) ?? null } : null;
}

/** Les versions d'un EPCI, de la plus ancienne à celle qui est en vigueur. */
export function versionsDe(
  versions: readonly VersionSignee[],
  epci: string | null
): VersionSignee[] {
  const cle = epci === null ? null : normaliserMot(epci);
  return versions
    .filter((version) => (version.epci === null ? null : normaliserMot(version.epci)) === cle)
    .sort(
      (une, autre) =>
        une.periode.localeCompare(autre.periode) ||
        une.avenant - autre.avenant ||
        une.signeLe.localeCompare(autre.signeLe)
    );
}

/** Une commune telle qu'on la rapproche d'une autre. */
interface Identite {
  nom: string;
  insee: string | null;
}

/** La même commune : par son code INSEE si les deux en ont un, sinon par son nom, casse, accents et ponctuation indifférents. */
export function estLaMemeCommune(une: Identite, autre: Identite): boolean {
  if (une.insee !== null && autre.insee !== null) return une.insee === autre.insee;
  return normaliserMot(une.nom) === normaliserMot(autre.nom);
}

/** Les communes de deux listes : celles de la première, puis celles qui ne sont que dans la seconde ; `null` : elle n'y est pas. */
export function rapprocher<A extends Identite, B extends Identite>(
  avant: readonly A[],
  apres: readonly B[]
): { avant: A | null; apres: B | null }[] {
  const restantes = new Set(apres);
  const parCle = new Map<string, B[]>();
  for (const commune of apres)
    for (const cle of clesDe(commune)) parCle.set(cle, [...(parCle.get(cle) ?? []), commune]);
  const communes = avant.map((connue) => {
    const candidates = clesDe(connue).flatMap((cle) => parCle.get(cle) ?? []);
    const trouvee = candidates.find(
      (candidate) => restantes.has(candidate) && estLaMemeCommune(connue, candidate)
    );
    if (trouvee) restantes.delete(trouvee);
    return { avant: connue, apres: trouvee ?? null };
  });
  return [...communes, ...[...restantes].map((ajoutee) => ({ avant: null, apres: ajoutee }))];
}

function clesDe({ nom, insee }: Identite): string[] {
  return [...(insee === null ? [] : [`code ${insee}`]), normaliserMot(nom)];
}
