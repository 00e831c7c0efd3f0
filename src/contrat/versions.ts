import {
  etatDuContrat,
  inseeDe,
  rapprocher,
  versionsDe as versionsDeLEpci,
  type Controle,
  type RefusDeFiger,
  type VersionSignee,
} from "../controle";
import { plaiDe, plsDe, rassembler } from "../feuilles";
import { normaliserMot } from "../regles";
import type { Contrat } from "./contrat";
import { lireDate } from "./dates";

/** Les versions signées d'un EPCI, de la plus ancienne à la plus récente : la dernière est en vigueur. */
export function versionsDe({ versions }: Contrat, epci: string | null): VersionSignee[] {
  return versionsDeLEpci(versions, epci);
}

interface Signature {
  /** « 2026-06-30 ». */
  signeLe: string;
  /** 0 : le contrat ; n : son avenant n. */
  avenant: number;
  /** Le PLH est exécutoire ; `null` : l'agent ne l'a pas dit. */
  plh: boolean | null;
}

/**
 * Ce que signe un contrat dont voici le tableau contrôlé : les objectifs de ses communes, sans les exemptées. L'inventaire est celui que dit le
 * tableau, sinon celui de la période, que l'article 2 cite.
 * @returns Un refus, en données, si l'objectif d'une commune ne se lit pas, ou si la période n'est pas du barème.
 */
export function versionDepuis(
  controle: Controle,
  { signeLe, avenant, plh }: Signature
): { ok: true; version: VersionSignee } | { ok: false; refus: RefusDeFiger } {
  const { epci, type, bareme } = controle;
  const hors = controle.constats.find((constat) => constat.code === "periode-hors-bareme");
  if (hors)
    return { ok: false, refus: { code: "periode-hors-bareme", affiche: hors.valeurs.affiche } };
  const matiere = rassembler(controle, "valeurs", plh);
  const illisibles: string[] = [];
  const communes = matiere.communes.flatMap((commune) => {
    const { nom, deficit, objectifAvant, objectifApres } = commune;
    if (objectifApres === null) {
      illisibles.push(nom);
      return [];
    }
    const indicatif = type === "arrondissements";
    return {
      nom,
      insee: inseeDe(commune),
      deficit,
      objectifLegal: objectifAvant,
      objectif: objectifApres,
      plai: indicatif ? null : plaiDe(commune),
      pls: indicatif ? null : plsDe(matiere, commune),
    };
  });
  if (illisibles.length > 0)
    return { ok: false, refus: { code: "objectif-illisible", communes: illisibles } };
  const reference = bareme.inventaire ? Number(bareme.inventaire.date.slice(0, 4)) : null;
  return {
    ok: true,
    version: {
      epci,
      avenant,
      signeLe,
      inventaire: controle.inventaire ?? reference,
      periode: bareme.periode,
      type,
      communes,
    },
  };
}

/**
 * Le contrat avec une version de plus, qui devient celle en vigueur ; `contrat` ne change pas, et ses versions restent.
 * @returns Un refus, en données : date impossible (elle n'existe pas, suit la fin de la période, ou précède son début de plus d'un an) ou antérieure à
 * la version précédente, rang d'avenant hors suite, aucune commune, commune en double, ou rien qui change.
 */
export function figer(
  contrat: Contrat,
  version: VersionSignee
): { ok: true; contrat: Contrat } | { ok: false; refus: RefusDeFiger } {
  const refus = refuser(contrat, version);
  if (refus) return { ok: false, refus };
  return { ok: true, contrat: { ...contrat, versions: [...contrat.versions, version] } };
}

function refuser({ versions }: Contrat, version: VersionSignee): RefusDeFiger | null {
  const { epci, periode, signeLe, avenant, communes } = version;
  const precedente = etatDuContrat(versions, epci, periode)?.version;
  const attendu = precedente ? precedente.avenant + 1 : 0;
  if (!peutEtreSigne(signeLe, periode)) return { code: "date-impossible", recue: signeLe, periode };
  if (avenant !== attendu) return { code: "avenant-hors-suite", avenant, attendu };
  if (precedente && signeLe < precedente.signeLe)
    return { code: "date-anterieure", signeLe, precedente: precedente.signeLe };
  if (communes.length === 0) return { code: "aucune-commune" };
  const doubles = enDouble(version);
  if (doubles.length > 0) return { code: "commune-en-double", communes: doubles };
  if (precedente && estLeMemeContrat(precedente, version))
    return { code: "rien-ne-change", precedente: precedente.signeLe };
  return null;
}

/** Un contrat se signe avant la fin de sa période, et au plus tôt l'année qui la précède. */
function peutEtreSigne(signeLe: string, periode: string): boolean {
  const annee = Number(signeLe.slice(0, 4));
  const [debut = NaN, fin = NaN] = periode.split("-").map(Number);
  return lireDate(signeLe) === signeLe && annee >= debut - 1 && annee <= fin;
}

function enDouble({ communes }: VersionSignee): string[] {
  const vues = new Set<string>();
  return communes.flatMap(({ nom, insee }) => {
    const cle = insee ?? normaliserMot(nom);
    if (vues.has(cle)) return [nom];
    vues.add(cle);
    return [];
  });
}

/** Le même type de contrat, les mêmes communes et les mêmes objectifs : un autre inventaire n'y change rien. */
function estLeMemeContrat(une: VersionSignee, autre: VersionSignee): boolean {
  return (
    une.type === autre.type &&
    rapprocher(une.communes, autre.communes).every(
      ({ avant, apres }) =>
        avant &&
        apres &&
        avant.objectif === apres.objectif &&
        avant.plai === apres.plai &&
        avant.pls === apres.pls
    )
  );
}
