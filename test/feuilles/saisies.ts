import type { PlanDeFeuille, Scalaire } from "../../src/feuilles";
import { ecrireXlsx, lireXlsx, planVersFeuille } from "../../src/fichier";
import { adresseDe } from "../../src/tableau";
import { convertir } from "../outils/libreoffice";

/** Ce qu'une cellule montre, une fois la feuille recalculée ; « » si elle est vide. */
export type Lire = (adresse: string) => unknown;

/** Les plans tels que LibreOffice les calcule, à côté de leurs sources : pour chaque plan, de quoi lire ses cellules. */
export async function recalculer(
  plans: readonly PlanDeFeuille[],
  sources: readonly PlanDeFeuille[] = []
): Promise<Lire[]> {
  const renommes = plans.map((plan, rang) => ({ ...plan, nom: `F${rang}` }));
  const feuilles = [...renommes, ...sources].map(planVersFeuille);
  const relu = await lireXlsx(
    new Uint8Array(convertir(await ecrireXlsx({ feuilles, noms: [], active: 0 }), "xlsx"))
  );
  return relu.feuilles.map(({ cellules }) => {
    const lues = new Map(
      cellules.map(({ ligne, colonne, valeur }) => [adresseDe(ligne, colonne), valeur])
    );
    return (adresse) => auDouzieme(lues.get(adresse) ?? "");
  });
}

/** Le plan, où l'agent a écrit des lignes à partir d'une cellule. */
export function saisir(plan: PlanDeFeuille, ancre: string, lignes: Scalaire[][]): PlanDeFeuille {
  return { ...plan, blocs: [...plan.blocs, { ancre, contenus: lignes }] };
}

/** Le numéro de la ligne dont une cellule, de la colonne donnée, porte ce texte. */
export function ligneDe(plan: PlanDeFeuille, colonne: string, texte: string | RegExp): number {
  for (const { ancre, contenus } of plan.blocs) {
    const [, lettre, numero] = /^([A-Z])(\d+)$/.exec(ancre) ?? [];
    const rang = colonne.charCodeAt(0) - (lettre ?? "").charCodeAt(0);
    const trouve = contenus.findIndex((ligne) => {
      const contenu = ligne[rang];
      if (typeof contenu !== "string") return false;
      return typeof texte === "string" ? contenu === texte : texte.test(contenu);
    });
    if (trouve >= 0) return Number(numero) + trouve;
  }
  throw new Error(`« ${String(texte)} » n'est pas en colonne ${colonne}`);
}

/** Un .xlsx garde quinze chiffres : deux nombres égaux sur douze sont le même. */
export function auDouzieme(valeur: unknown): unknown {
  return typeof valeur === "number" ? Number(valeur.toPrecision(12)) : valeur;
}
