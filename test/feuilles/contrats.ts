import type { PlanDeFeuille, Scalaire } from "../../src/feuilles";
import { adresseDe } from "../../src/tableau";
import { feuilleDuPlan } from "../outils/feuille";

export type TypeDeContrat = "mutualisant" | "abaissant" | "sans aménagement" | "arrondissements";

export const TYPES: readonly TypeDeContrat[] = [
  "mutualisant",
  "abaissant",
  "sans aménagement",
  "arrondissements",
];

/** Des noms qu'une formule ou un tableur pourrait prendre pour autre chose. */
const NOMS = [
  "L'Haÿ-d'en-Haut",
  "Saint-Jean « le Vieux »",
  '=HYPERLINK("http://exemple";"clic")',
  'Le "Bourg"',
  "Fontaine-le-Comte",
  "Saint-Georges-lès-Baillargeaux",
];

/** Les trois tranches, et les bornes de 2 et 4 points. */
const ECARTS = [5, 3, 1.5, 2, 4, 12.3];

const TITRES: Readonly<Record<TypeDeContrat, string[]>> = {
  mutualisant: [
    "Nom de la commune",
    "Nombre de LS manquants au 1er janvier 2025",
    "Écart au taux légal (points)",
    "Objectifs 2026-2028 après mutualisation",
  ],
  abaissant: [
    "Nom de la commune",
    "Nombre de LS manquants au 1er janvier 2025",
    "Écart au taux légal (points)",
    "Taux de LS",
    "Objectifs 2026-2028 abaissés",
  ],
  "sans aménagement": [
    "Nom de la commune",
    "Nombre de LS manquants au 1er janvier 2025",
    "Écart au taux légal (points)",
    "Objectifs 2026-2028",
  ],
  arrondissements: ["Arrondissement", "Taux de LS", "Objectifs 2026-2028 retenus"],
};

const ANNONCES: Readonly<Record<TypeDeContrat, string>> = {
  mutualisant: "Contrat de mixité sociale mutualisant 2026-2028",
  abaissant: "Contrat de mixité sociale abaissant 2026-2028",
  "sans aménagement": "Contrat de mixité sociale sans aménagement 2026-2028",
  arrondissements: "Répartition par arrondissement 2026-2028",
};

/** Le tableau source d'un contrat, tel qu'un agent le tient ; `deplus` change les manquants et les objectifs. */
export function lignesDuContrat(type: TypeDeContrat, nombre: number, deplus = 0): Scalaire[][] {
  const communes = Array.from({ length: nombre }, (_, i): Scalaire[] => {
    if (type === "arrondissements")
      return [`Paris ${i + 1}e`, (1496 + 100 * i) / 10_000, 40 + 7 * i + deplus];
    const nom = NOMS[i] ?? `Commune ${i + 1}`;
    const manquants = 101 + 37 * i + deplus;
    const ecart = ECARTS[i % ECARTS.length] ?? 5;
    const [taux, plancher] = ecart > 4 ? [33, 25] : ecart >= 2 ? [50, 40] : [100, 80];
    const part = (pourcent: number): number => Math.ceil((manquants * pourcent) / 100);
    if (type === "abaissant")
      return [nom, manquants, ecart, (20 - ecart) / 100, part(plancher) + 1];
    return [nom, manquants, ecart, part(taux)];
  });
  return [[ANNONCES[type]], TITRES[type], ...communes];
}

/** Ces lignes sur une feuille à elles. */
export function planSource(nom: string, lignes: Scalaire[][]): PlanDeFeuille {
  return {
    nom,
    blocs: lignes.map((ligne, rang) => ({ ancre: `A${rang + 1}`, contenus: [ligne] })),
    styles: [],
    fusions: [],
    largeurs: [150],
    lignesFigees: 0,
    quadrillage: true,
    impression: {
      orientation: "portrait",
      marges: { haut: 43, bas: 43, gauche: 43, droite: 43 },
      pagesEnLargeur: 0,
      piedDePage: { gauche: "", centre: "", droite: "" },
      sauts: [],
    },
  };
}

/** Le numéro de ligne et de colonne de chaque cellule remplie du plan, à partir de 0, et ce qu'elle doit montrer. */
export function attendusDe(plan: PlanDeFeuille): Map<string, Scalaire> {
  const attendus = new Map<string, Scalaire>();
  feuilleDuPlan(plan).cellules.forEach((ligne, i) =>
    ligne.forEach(({ valeur }, j) => {
      if (valeur !== null && typeof valeur !== "object") attendus.set(adresseDe(i, j), valeur);
    })
  );
  return attendus;
}

/** Un tableur anglais écrit « 26.7 » dans une phrase. */
export function enFrancais(valeur: unknown): unknown {
  return typeof valeur === "string" ? valeur.replace(/(\d)\.(\d)/g, "$1,$2") : valeur;
}
