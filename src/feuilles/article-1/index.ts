import { typographier } from "../../redaction";
import { plageDe } from "../../tableau";
import { Feuillets } from "../feuillets";
import {
  BANDE,
  CASE,
  HAUTEUR_UTILE,
  TITRES_DE_GRILLE,
  assembler,
  calculer,
  nomDeLEpci,
} from "../grille";
import type { Matiere } from "../matiere";
import type { PlanDeFeuille, Style } from "../plan";
import { COLONNES, LARGEURS, plagesDe, type Plages, type Rubrique } from "./colonnes";
import { THEMES } from "./themes";
import { proposer, validationsDe } from "./validations";

/** Sans elles, la trame tient un engagement pour incomplet : qui, quoi, comment, quand. */
const ATTENDUES: readonly Rubrique[] = ["signataires", "resultats", "methode", "debut", "fin"];

/** Lignes prêtes par thème ; l'agent en insère d'autres. */
const LIGNES = 5;
const HAUTEUR_D_UNE_LIGNE = 38;
const HAUTEUR_D_UNE_BANDE = 22;
const HAUTEUR_DU_TOTAL = 17;
/** Sur la bande, le décompte prend les colonnes qui suivent le titre. */
const DECOMPTE = 5;

/** « Article 1 – 2026-2028 ». */
export function nomArticle1(periode: string): string {
  return `Article 1 – ${periode}`;
}

/** L'article 1er : les engagements de chacun des quatre champs, à remplir ligne par ligne. */
export function planArticle1(matiere: Matiere, nom: string): PlanDeFeuille {
  const feuillets = new Feuillets(LARGEURS, HAUTEUR_UTILE);
  const { page } = feuillets;
  const ecrireLeTotal = enTete(feuillets, matiere);
  const titres = page.ligne;
  feuillets.prendre(28);
  page.rangee(
    COLONNES.map(({ titre }) => titre),
    { ...TITRES_DE_GRILLE, taille: 8 },
    28
  );
  const premiere = page.ligne;
  const themes = THEMES.map(({ titre, exemples }, rang) => {
    const { engagement } = ecrireTheme(feuillets, `${rang + 1}) ${titre}`);
    return { exemples, engagement };
  });
  const toutes = plagesDe(premiere, page.ligne - premiere);
  conclure(feuillets);
  ecrireLeTotal(themes.map(({ engagement }) => engagement));
  return assembler(matiere, feuillets, {
    nom,
    partie: "article 1er",
    largeurs: LARGEURS,
    lignesFigees: titres,
    titres,
    validations: [
      ...themes.map(({ engagement, exemples }) => proposer(engagement, exemples)),
      ...validationsDe(matiere, toutes),
    ],
  });
}

function enTete(feuillets: Feuillets, matiere: Matiere): (engagements: readonly string[]) => void {
  const { page } = feuillets;
  const { periode } = matiere.controle.bareme;
  feuillets.texte(`Contrat de mixité sociale (${periode}), ${nomDeLEpci(matiere)}`, {
    gras: true,
    taille: 14,
  });
  feuillets.texte(`Article 1er - Les engagements et actions à mener pour la période ${periode}`, {
    gras: true,
    taille: 12,
  });
  feuillets.texte(
    typographier(
      `Le contrat est un cadre de moyens : l'article L. 302-8-1 du code de la construction et de l'habitation lui demande les engagements pris, pour chaque période triennale et chaque commune signataire, notamment en matière d'action foncière, d'urbanisme, de programmation et de financement des logements, et d'attributions aux publics prioritaires. Au vu du 2e volet, les signataires décident pour ${periode} de ce qui suit.`
    )
  );
  feuillets.prendre(HAUTEUR_DU_TOTAL);
  const ecrire = page.reserver({ gras: true, taille: 9, vertical: "milieu" }, HAUTEUR_DU_TOTAL);
  return (engagements) => {
    const pourvus = engagements.map((plage) => `(${compter(plage)}>0)`).join("+");
    const phrase = `"Champs pourvus d’un engagement\u00a0: "&(${pourvus})&" sur ${engagements.length}"`;
    const avant = `Champs pourvus d’un engagement\u00a0: 0 sur ${engagements.length}`;
    ecrire(calculer(phrase, avant));
  };
}

/** La bande d'un thème, qui compte ses engagements, et ses lignes ; elles restent ensemble sur une page. */
function ecrireTheme(feuillets: Feuillets, titre: string): Plages {
  const { page } = feuillets;
  const hauteur = HAUTEUR_D_UNE_BANDE + LIGNES * HAUTEUR_D_UNE_LIGNE;
  feuillets.prendre(hauteur);
  page.fusionnerColonnes(0, DECOMPTE, 1);
  page.fusionnerColonnes(DECOMPTE, COLONNES.length - DECOMPTE, 1);
  const decompte = page.cellule(DECOMPTE);
  const ligneDeBande = page.ligne - 1;
  page.rangee(
    COLONNES.map((_, rang) => (rang === 0 ? titre : null)),
    BANDE,
    HAUTEUR_D_UNE_BANDE
  );
  page.styles.push({
    plage: plageDe(ligneDeBande, DECOMPTE, 1, COLONNES.length - DECOMPTE),
    style: { taille: 9, horizontal: "droite" },
  });
  const plages = plagesDe(page.ligne, LIGNES);
  page.styler(0, COLONNES.length, LIGNES, { ...CASE, taille: 8 });
  for (const [cle, style] of Object.entries(STYLES))
    page.styles.push({ plage: plages[cle as Rubrique], style });
  page.dimensionner(LIGNES, HAUTEUR_D_UNE_LIGNE);
  page.sauter(LIGNES);
  page.blocs.push({ ancre: decompte, contenus: [[calculer(direLeDecompte(plages), AUCUN)]] });
  return plages;
}

const STYLES: Readonly<Partial<Record<Rubrique, Style>>> = {
  engagement: { gras: true },
  debut: { format: "mm/yyyy", horizontal: "centre" },
  fin: { format: "mm/yyyy", horizontal: "centre" },
};

const AUCUN = "Aucun engagement\u00a0: le contrat en porte dans chaque champ (L. 302-8-1)";

/** « 3 engagements, dont 1 à compléter (signataires, résultats, méthode, calendrier) ». */
function direLeDecompte(plages: Plages): string {
  const { engagement } = plages;
  const nombre = compter(engagement);
  const vides = ATTENDUES.map((cle) => `(LEN(${plages[cle]})=0)`).join("+");
  const incomplets = `SUMPRODUCT((LEN(${engagement})>0)*((${vides})>0))`;
  const suite = `IF(${incomplets}=0,"",", dont "&${incomplets}&" à compléter (signataires, résultats, méthode, calendrier)")`;
  return `IF(${nombre}=0,"${AUCUN}",${nombre}&IF(${nombre}=1," engagement"," engagements")&${suite})`;
}

function compter(plage: string): string {
  return `SUMPRODUCT(--(LEN(${plage})>0))`;
}

function conclure(feuillets: Feuillets): void {
  feuillets.texte(
    typographier(
      "Une ligne par engagement ; pour en ajouter, insérez une ligne entre deux autres du même thème : le décompte suit. Lien avec le PLH : l'action le précise, le complète, y est déjà programmée, ou n'en dépend pas. Points de vigilance : ce qu'il faudra mener au-delà de la période."
    )
  );
}
