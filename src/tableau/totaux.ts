import type { LigneDeTableau, LigneDeTotal } from "./donnees";
import type { LigneRangee } from "./ligne-rangee";

type Rangee = Extract<LigneRangee, { genre: "total" }>;

interface Total {
  ligne: LigneDeTableau;
  rangee: Rangee;
}

export interface Sommes {
  total: LigneDeTotal | null;
  sousTotaux: LigneDeTotal[];
}

/** Distingue le total du tableau de ses sous-totaux, et dit quelles communes chacun additionne. */
export function choisirTotal(totaux: readonly Total[], communes: number): Sommes {
  const pieds = totaux.filter(({ rangee }) => !rangee.tete);
  const rang = rangDuTotal(
    pieds.map(({ rangee }) => rangee),
    communes
  );
  let debut = 0;
  const sousTotaux: LigneDeTotal[] = [];
  pieds.forEach(({ ligne, rangee }, k) => {
    if (k === rang) return;
    sousTotaux.push({ ...ligne, portee: suite(debut, rangee.communes) });
    debut = rangee.communes;
  });
  const tetes = deTete(totaux, communes);
  const [seule] = tetes;
  if (rang < 0 && tetes.length === 1 && seule?.portee.length === communes)
    return { total: seule, sousTotaux };
  const choisi = pieds[rang];
  return {
    total: choisi ? { ...choisi.ligne, portee: suite(0, communes) } : null,
    sousTotaux: [...sousTotaux, ...tetes],
  };
}

/** Un total écrit avant ses communes les additionne jusqu'au suivant. */
function deTete(totaux: readonly Total[], communes: number): LigneDeTotal[] {
  const tetes = totaux.filter(({ rangee }) => rangee.tete);
  return tetes.map(({ ligne, rangee }, k) => ({
    ...ligne,
    portee: suite(rangee.communes, tetes[k + 1]?.rangee.communes ?? communes),
  }));
}

/** Le dernier qui vienne après toutes les communes, ou le premier s'il est en tête ; -1 si tous sont des sous-totaux. */
function rangDuTotal(totaux: readonly Rangee[], communes: number): number {
  const enTete = totaux.findIndex((total) => total.communes === 0 && !total.sous);
  if (enTete >= 0) return enTete;
  const rang = totaux.map((total) => total.communes === communes && !total.sous).lastIndexOf(true);
  const dernier = totaux[rang];
  if (!dernier || rang === 0) return rang;
  const precedent = totaux[rang - 1];
  const dUnGroupe =
    dernier.egaleAuGroupe && !dernier.egaleATout && precedent?.communes !== communes;
  return dUnGroupe ? -1 : rang;
}

function suite(debut: number, fin: number): number[] {
  return Array.from({ length: Math.max(0, fin - debut) }, (_, k) => debut + k);
}
