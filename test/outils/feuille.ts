import { estFormule, type PlanDeFeuille, type Scalaire } from "../../src/feuilles";
import type { Cellule, FeuilleLue, ValeurDeCellule } from "../../src/tableau";

/** Une feuille lue, à partir de ses lignes de valeurs. */
export function feuilleDe(lignes: ValeurDeCellule[][], nom = "Feuil1"): FeuilleLue {
  const largeur = Math.max(0, ...lignes.map((ligne) => ligne.length));
  const cellules = lignes.map((ligne) =>
    Array.from({ length: largeur }, (_, j) => cellule(ligne[j] ?? null))
  );
  return { nom, ligne: 0, colonne: 0, cellules };
}

function cellule(valeur: ValeurDeCellule): Cellule {
  const texte = valeur === null ? "" : typeof valeur === "object" ? valeur.erreur : String(valeur);
  return { valeur, texte, format: "General" };
}

/** Ce qu'on lirait de la feuille qu'un plan décrit, formules calculées comme il l'attend. */
export function feuilleDuPlan(plan: PlanDeFeuille): FeuilleLue {
  const lignes: Scalaire[][] = [];
  for (const { ancre, contenus } of plan.blocs) {
    const [, lettres = "A", numero = "1"] = /^([A-Z]+)(\d+)$/.exec(ancre) ?? [];
    const colonne = [...lettres].reduce((n, lettre) => n * 26 + lettre.charCodeAt(0) - 64, 0) - 1;
    contenus.forEach((rangee, i) =>
      rangee.forEach((contenu, j) => {
        const valeurs = estFormule(contenu) ? contenu.valeurs : [[contenu]];
        valeurs.forEach((serie, k) =>
          serie.forEach((valeur, l) => {
            const ligne = (lignes[Number(numero) - 1 + i + k] ??= []);
            ligne[colonne + j + l] ??= valeur;
          })
        );
      })
    );
  }
  return feuilleDe(
    Array.from(lignes, (ligne) => Array.from(ligne ?? [], (valeur) => valeur ?? null)),
    plan.nom
  );
}
