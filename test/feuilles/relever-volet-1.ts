import {
  rassembler,
  type Contenu,
  type FormeDesFormules,
  type PlanDeFeuille,
  type Scalaire,
} from "../../src/feuilles";
import { planVolet1 } from "../../src/feuilles/volet-1";
import type { CelluleXlsx } from "../../src/fichier";
import { adresseDe } from "../../src/tableau";
import { controler } from "../outils/controler";
import { feuilleDe } from "../outils/feuille";

/** Un tableau source qui dit tout du dernier inventaire. */
export function lignesCompletes(nombre: number, deplus = 0): Scalaire[][] {
  const noms = ["L'Haÿ-d'en-Haut", '=HYPERLINK("http://exemple";"clic")', 'Le "Bourg"', "Aÿ* ?~"];
  const communes = Array.from({ length: nombre }, (_, i): Scalaire[] => {
    const [rp, ls] = [10_000 + 137 * i + deplus, 1_400 + 3 * i];
    return [noms[i] ?? `Commune ${i + 1}`, rp, ls, 0.2, 600 + 2 * i, 200 + i];
  });
  const titres = [
    "Nom de la commune",
    "Résidences principales",
    "Logements sociaux",
    "Taux cible",
    "Nombre de LS manquants au 1er janvier 2025",
    "Objectifs 2026-2028 après mutualisation",
  ];
  return [["Contrat de mixité sociale mutualisant 2026-2028"], titres, ...communes];
}

export function planDe(
  lignes: Scalaire[][],
  forme: FormeDesFormules = "ordinaires",
  { nom = "1er volet", source = "Source" } = {}
): PlanDeFeuille {
  return planVolet1(rassembler(controler(feuilleDe(lignes, source)), forme, null), nom);
}

/** Ce que dit un tableau de la grille, désigné par le début de son titre. */
export type Releve = Readonly<Record<string, readonly Scalaire[]>>;

/** Le plan, les cases d'une commune remplies, `null` exceptées ; `rang` : celui de la commune, à partir de 0. */
export function remplir(plan: PlanDeFeuille, rang: number, releve: Releve): PlanDeFeuille {
  const ajouts = Object.entries(releve).flatMap(([titre, valeurs]) =>
    valeurs.flatMap((valeur, colonne) =>
      valeur === null ? [] : { ancre: caseDe(plan, titre, rang, colonne), contenus: [[valeur]] }
    )
  );
  return { ...plan, blocs: [...plan.blocs, ...ajouts] };
}

/** L'adresse d'une case de la grille. */
export function caseDe(plan: PlanDeFeuille, titre: string, rang: number, colonne: number): string {
  const textes = colonneA(plan);
  const debut = textes.findIndex((texte) => texte === "Données à remplir");
  const trouvee = textes.findIndex((texte, ligne) => ligne > debut && commence(texte, titre));
  if (debut < 0 || trouvee < 0) throw new Error(`Le plan n'a pas de tableau « ${titre} ».`);
  const plusieurs = textes[trouvee + 1] === "Commune";
  return adresseDe(trouvee + (plusieurs ? 2 + rang : 0), colonne + 1);
}

/** Les valeurs d'une rangée des repères, désignée par son libellé, à partir de la colonne B. */
export function rangeeDe(
  plan: PlanDeFeuille,
  lue: (adresse: string) => unknown,
  libelle: string
): unknown[] {
  const ligne = colonneA(plan).findIndex((texte) => sansInsecable(texte) === libelle);
  if (ligne < 0) throw new Error(`Le plan n'a pas de rangée « ${libelle} ».`);
  return plan.largeurs.slice(1).map((_, colonne) => lue(adresseDe(ligne, colonne + 1)));
}

/** Les cellules d'une feuille, par adresse ; "" si la cellule est vide. */
export function lecteur(cellules: readonly CelluleXlsx[]): (adresse: string) => unknown {
  const lues = new Map(cellules.map((c) => [adresseDe(c.ligne, c.colonne), c.valeur]));
  return (adresse) => lues.get(adresse) ?? "";
}

function colonneA({ blocs }: PlanDeFeuille): (Contenu | undefined)[] {
  const textes: (Contenu | undefined)[] = [];
  for (const { ancre, contenus } of blocs) {
    const [, lettres, ligne] = /^([A-Z]+)(\d+)$/.exec(ancre) ?? [];
    if (lettres !== "A") continue;
    contenus.forEach(([texte], i) => (textes[Number(ligne) - 1 + i] = texte));
  }
  return textes;
}

function commence(texte: Contenu | undefined, titre: string): boolean {
  return sansInsecable(texte).startsWith(titre);
}

function sansInsecable(texte: Contenu | undefined): string {
  return typeof texte === "string" ? texte.replace(/[\u00a0\u202f]/g, " ") : "";
}
