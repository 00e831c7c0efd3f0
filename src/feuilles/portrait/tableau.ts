import { typographier } from "../../redaction";
import type { Composition } from "../composer";
import { epciDe, reprendreNombres, reprendreNoms, titrer } from "../dossier/commun";
import { hauteurDuTexte } from "../lignes-de-texte";
import type { Matiere } from "../matiere";
import type { Style } from "../plan";
import { note } from "../textes";
import { choisir, type Grille } from "./grille";
import { INDICATEURS } from "./indicateurs";

/** Corps du tableau, en points : il a douze colonnes. */
const CORPS = 8;
const LARGEUR_DES_NOMS = 72;
/** De quoi écrire quatre lignes, en points. */
const HAUTEUR = 46;

/** Les communes, puis les indicateurs : 720 points. */
export const TABLEAU_DES_COMMUNES = [
  LARGEUR_DES_NOMS,
  ...INDICATEURS.map(({ largeur }) => largeur),
];

const SOURCES: Style = {
  taille: 7,
  italique: true,
  horizontal: "centre",
  vertical: "milieu",
  renvoiALaLigne: true,
  bordures: { bas: "moyen", verticales: "fin" },
};

/** Le tableau de plusieurs communes, une par ligne ; la dernière est celle de l'EPCI, pour comparer. */
export function dresserLeTableau(page: Composition, matiere: Matiere): Grille {
  const nombre = matiere.communes.length + 1;
  const nomDeLEpci = epciDe(matiere);
  note(
    page,
    "Une ligne par commune, la dernière pour l'EPCI. Ce que le tableau contrôlé connaît est déjà repris ; le reste est à compléter."
  );
  const titres = page.ligne;
  const colonnes = INDICATEURS.map(({ titre }) => typographier(titre));
  titrer(page, ["Commune", ...colonnes], { lignes: 1, hauteur: 48, titre: 40 });
  page.rangee(
    ["Source à mobiliser", ...INDICATEURS.map((i) => typographier(i.source))],
    SOURCES,
    48
  );
  page.styler(0, TABLEAU_DES_COMMUNES.length, nombre, {
    taille: CORPS,
    vertical: "milieu",
    renvoiALaLigne: true,
    bordures: {
      gauche: "fin",
      droite: "fin",
      horizontales: "fin",
      verticales: "fin",
      bas: "moyen",
    },
  });
  const noms = [...matiere.communes.map(({ nom }) => nom), nomDeLEpci];
  page.dimensionner(
    nombre,
    Math.max(HAUTEUR, ...noms.map((nom) => hauteurDuTexte(nom, LARGEUR_DES_NOMS, CORPS)))
  );
  const validations = INDICATEURS.flatMap((indicateur, rang) => {
    const { format, rubrique } = indicateur;
    if (format) page.styler(rang + 1, 1, nombre, { format });
    if (rubrique) reprendreNombres(page, matiere, rang + 1, rubrique);
    return choisir(page.plage(rang + 1, 1, nombre - 1), indicateur) ?? [];
  });
  reprendreNoms(page, matiere, 0);
  page.sauter(nombre - 1);
  page.rangee([nomDeLEpci], { gras: true });
  return { titres, figeeJusqua: titres + 1, validations };
}
