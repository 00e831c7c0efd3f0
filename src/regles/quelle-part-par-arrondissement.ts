import { ARRONDISSEMENTS } from "./bareme";
import { lireDeficit, lirePart } from "./lire-saisie";
import { enMillioniemes, partSuperieure, pourcentEnMillioniemes, sommer } from "./nombre";
import { partagerAuProrata } from "./partager-au-prorata";
import { lireParc } from "./quel-taux-de-logements-sociaux";
import { refuser, refuserTout, type Refus, type Resultat, type Saisie } from "./resultat";

export interface PartParArrondissement {
  ok: true;
  /** Logements, entiers, dans l'ordre du tableau ; leur somme fait l'objectif. */
  parts: number[];
}

interface Parc {
  ls: number;
  rp: number;
}

/**
 * Une répartition, non opposable, de l'objectif de Paris, Lyon ou Marseille entre ses arrondissements.
 *
 * La part prioritaire de l'objectif va d'abord aux arrondissements sous 15 % de logements sociaux, en proportion de ce qui leur manque
 * pour les atteindre, et sans dépasser ce manque. Le reste va à tous, en proportion de ce qui manque encore à chacun pour atteindre le
 * taux légal de la commune. Au plus fort reste, puis dans l'ordre du tableau.
 *
 * `objectif` : entier ≥ 0. `partPrioritaire` : fraction au-dessus de 0, arrondie à l'entier supérieur de logements ; `null`, 50 %.
 * Une ligne vide (0 et 0) reçoit 0 ; une ligne illisible refuse tout. Un objectif sans aucun manque est refusé.
 * Sources : L. 302-8-1, I ; guide, « Spécificité des contrats de mixité sociale sur Paris, Lyon et Marseille ».
 */
export function quellePartParArrondissement(
  objectif: Saisie,
  logementsSociaux: readonly Saisie[],
  residencesPrincipales: readonly Saisie[],
  partPrioritaire: Saisie
): Resultat<PartParArrondissement> {
  const total = lireDeficit(objectif, "objectif");
  const priorite = lirePriorite(partPrioritaire);
  const parcs = lireParcs(logementsSociaux, residencesPrincipales);
  if (typeof total !== "number" || typeof priorite !== "number" || !Array.isArray(parcs)) {
    return refuserTout(total, priorite, parcs);
  }

  const manques = parcs.map((parc) => manque(parc, ARRONDISSEMENTS.tauxLegal));
  if (total > 0 && sommer(manques) === 0) {
    return refuser({ code: "aucun-manque", objectif: total });
  }
  return { ok: true, parts: repartir(total, priorite, parcs, manques) };
}

function repartir(
  objectif: number,
  priorite: number,
  parcs: readonly Parc[],
  manques: readonly number[]
): number[] {
  // De quoi combler tous les manques, ou plus : il n'y a plus de priorité à donner.
  if (objectif >= sommer(manques)) return partagerAuProrata(objectif, manques);
  const manquesPrioritaires = parcs.map((parc) => manque(parc, ARRONDISSEMENTS.seuilDePriorite));
  const dAbord = Math.min(partSuperieure(objectif, priorite), sommer(manquesPrioritaires));
  const premiers = partagerAuProrata(dAbord, manquesPrioritaires);
  const seconds = partagerAuProrata(
    objectif - dAbord,
    manques.map((manque, rang) => manque - (premiers[rang] ?? 0))
  );
  return premiers.map((premier, rang) => premier + (seconds[rang] ?? 0));
}

/** Logements qui manquent pour atteindre un taux, en pour-cent : 0 s'il est atteint exactement (arbitrage 5). */
function manque({ ls, rp }: Parc, pourcent: number): number {
  return Math.max(0, partSuperieure(rp, pourcentEnMillioniemes(pourcent)) - ls);
}

/** En millionièmes. La loi veut une part : 0, ou une cellule vide, est refusé. */
function lirePriorite(saisie: Saisie): number | Refus {
  if (saisie === null) return pourcentEnMillioniemes(ARRONDISSEMENTS.partPrioritaire);
  const part = lirePart(saisie, "partPrioritaire");
  if (typeof part !== "number") return part;
  const millioniemes = enMillioniemes(part);
  return millioniemes === 0 ? { code: "nul", argument: "partPrioritaire" } : millioniemes;
}

function lireParcs(
  logementsSociaux: readonly Saisie[],
  residencesPrincipales: readonly Saisie[]
): Parc[] | Refus {
  const lus = logementsSociaux.map((ls, rang) => {
    const rp = residencesPrincipales[rang] ?? null;
    return estVide(ls) && estVide(rp) ? { ok: true as const, ls: 0, rp: 0 } : lireParc(ls, rp);
  });
  const lignes = lus.flatMap((lu, rang) => (lu.ok ? [] : [{ ligne: rang + 1, refus: lu.refus }]));
  return lignes.length > 0
    ? { code: "lignes-illisibles", lignes }
    : lus.flatMap((lu) => (lu.ok ? [lu] : []));
}

function estVide(saisie: Saisie): boolean {
  return saisie === null || saisie === "" || saisie === 0;
}
