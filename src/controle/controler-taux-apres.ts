import { enMillioniemes, partSuperieure } from "../regles";
import type { DonneeLue, LigneDeCommune } from "../tableau";
import { nombreDe, reperer, type Cadre } from "./donnees";
import { illisible } from "./objectif-legal";

/** Le taux « après » vaut objectif / déficit à la précision affichée, ou redonne l'objectif par l'arrondi supérieur (arbitrage 11). */
export function controlerTauxApres(
  ligne: LigneDeCommune,
  deficit: number,
  apres: number,
  { constats }: Cadre
): void {
  const donnee = ligne.donnees.tauxApres;
  if (donnee?.etat === "illisible") {
    illisible(ligne, "tauxApres", [], { constats }, "avertissement");
    return;
  }
  const lu = nombreDe(donnee);
  if (!donnee || lu === null || deficit === 0) return;
  if (Math.abs(lu - apres / deficit) <= precisionAffichee(donnee)) return;
  if (lu >= 0 && lu <= 100 && partSuperieure(deficit, enMillioniemes(lu)) === apres) return;
  constats.push({
    ...reperer(ligne, "tauxApres"),
    gravite: "avertissement",
    code: "taux-apres-incoherent",
    article: "arithmétique du tableau",
    valeurs: { lu, apres, deficit },
  });
}

/** Au mieux le millième de pour-cent : un flottant n'est pas une précision. Au pire un demi-point : « 0,2 » est écrit pour 20 %. */
const FINE = 0.00001;
const GROSSIERE = 0.005;

/** Demi-unité du dernier chiffre affiché : « 27,0 % » → 0,0005 ; « 0,27 » → 0,005. */
function precisionAffichee({ format, texte, valeur, stockee }: DonneeLue): number {
  const pourcent = /0(?:\.(0+))?\s*%/.exec(format);
  if (pourcent) return 0.5 * 10 ** -(2 + (pourcent[1]?.length ?? 0));
  const decimales = /\d[.,](\d+)/.exec(texte)?.[1]?.length ?? 0;
  // « 33 % » en texte, ou 33 que sa colonne lit en pour-cent, s'écrit cent fois plus grand que le taux.
  const enPourcent = texte.includes("%") || (typeof stockee === "number" && stockee !== valeur);
  const demiUnite = 0.5 * 10 ** -(decimales + (enPourcent ? 2 : 0));
  return Math.min(Math.max(demiUnite, FINE), GROSSIERE);
}
