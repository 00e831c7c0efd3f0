import type { Conversion, LigneDeCommune } from "./donnees";
import type { Grille } from "./grille";
import { epciDe, nommeUnEpci } from "./nom-d-epci";
import type { Sommes } from "./totaux";

/**
 * L'intercommunalité de chaque commune : sa colonne, l'intertitre au-dessus d'elle, le total qui la compte, ou celle du tableau. Écrite une fois pour plusieurs communes (fusion,
 * ou cellules laissées vides dessous quand les fusions ne sont pas connues), elle est recopiée, et c'est dit.
 */
export function distribuerEpci(
  grille: Grille,
  colonne: number | undefined,
  communes: readonly LigneDeCommune[],
  duTotal: (rang: number) => string | null,
  conversions: Conversion[]
): void {
  let dernier: string | null = null;
  for (const [rang, commune] of communes.entries()) {
    const { epci } = commune.donnees;
    const ecrit = typeof epci?.valeur === "string" ? epci.valeur : null;
    if (ecrit !== null) dernier = ecrit;
    const recopie =
      epci?.etat === "vide" && dernier !== null && vautPourLaLigne(grille, commune.ligne, colonne);
    if (epci && recopie) {
      commune.donnees.epci = { ...epci, valeur: dernier, etat: "convertie" };
      conversions.push({
        adresse: epci.adresse,
        rubrique: "epci",
        ecrit: epci.texte,
        lu: dernier,
        moyen: "epci-recopie",
      });
    }
    const deLaSection = commune.section === null ? null : epciDe(commune.section);
    commune.epci = ecrit ?? (recopie ? dernier : null) ?? deLaSection ?? duTotal(rang);
  }
}

/** « Total CC du Val » nomme l'intercommunalité des communes qu'il additionne ; à défaut, celle du tableau, ou de son total. */
export function epcisDesTotaux(
  { total, sousTotaux }: Sommes,
  duTableau: string | null
): (rang: number) => string | null {
  const parRang = new Map<number, string | null>();
  for (const { nom, portee } of sousTotaux.filter((ligne) => nommeUnEpci(ligne.nom)))
    for (const rang of portee) parRang.set(rang, epciDe(nom));
  const deTout = duTableau ?? (total && nommeUnEpci(total.nom) ? epciDe(total.nom) : null);
  return (rang) => parRang.get(rang) ?? deTout;
}

function vautPourLaLigne(grille: Grille, ligne: number, colonne: number | undefined): boolean {
  const { feuille } = grille;
  if (!feuille.fusions || colonne === undefined) return true;
  const i = ligne - feuille.ligne;
  return grille.debutDeFusion(i, colonne - feuille.colonne) < i;
}
