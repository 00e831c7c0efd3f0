import type { LigneDeTableau, LigneDeTotal } from "./donnees";
import type { LigneRangee } from "./lire-lignes";

type Rangee = Extract<LigneRangee, { genre: "total" }>;

/** Distingue le total du tableau de ses sous-totaux, et dit quelles communes chacun additionne. */
export function choisirTotal(
  totaux: readonly { ligne: LigneDeTableau; rangee: Rangee }[],
  communes: number
): { total: LigneDeTotal | null; sousTotaux: LigneDeTotal[] } {
  const rang = rangDuTotal(
    totaux.map(({ rangee }) => rangee),
    communes
  );
  let debut = 0;
  const sousTotaux: LigneDeTotal[] = [];
  totaux.forEach(({ ligne, rangee }, k) => {
    if (k === rang) return;
    sousTotaux.push({ ...ligne, portee: suite(debut, rangee.communes) });
    debut = rangee.communes;
  });
  const choisi = totaux[rang];
  return { total: choisi ? { ...choisi.ligne, portee: suite(0, communes) } : null, sousTotaux };
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
