import { typographier } from "../../redaction";
import { plageDe } from "../../tableau";
import type { Composition } from "../composer";
import { PETIT, nombreDe, titrer } from "../dossier/commun";
import { ecrireCellule } from "../formes";
import { hauteurDuTexte } from "../lignes-de-texte";
import { source, type Matiere } from "../matiere";
import type { Validation } from "../plan";
import { blanc, note } from "../textes";
import { choisir, type Grille } from "./grille";
import { INDICATEURS } from "./indicateurs";

/** Thème, indicateur, commune, EPCI, année, source : 720 points. */
export const FICHE = [110, 218, 150, 70, 50, 122];
const [INDICATEUR, COMMUNE, ANNEE, SOURCE] = [1, 2, 4, 5];

/** La fiche d'une commune seule, un indicateur par ligne. */
export function dresserLaFiche(page: Composition, matiere: Matiere): Grille {
  const [suite] = matiere.suites;
  const [commune] = suite?.communes ?? [];
  note(
    page,
    "Quelques traits pour faire comprendre la commune, sa place dans l'EPCI et la tension de son marché du logement. Ce que le tableau contrôlé connaît est déjà repris ; le reste est à compléter."
  );
  const titres = page.ligne;
  const nom = ecrireCellule(matiere.forme, {
    formule: suite ? source(matiere, suite, "commune") : null,
    valeur: commune?.nom ?? null,
  });
  titrer(page, ["Thème", "Indicateur", nom, "EPCI", "Année", "Source à mobiliser"], {
    lignes: INDICATEURS.length,
    hauteur: 20,
    titre: Math.max(24, hauteurDuTexte(commune?.nom ?? "", FICHE[COMMUNE] ?? 0, PETIT)),
  });
  const validations: Validation[] = [];
  let theme = "";
  for (const indicateur of INDICATEURS) {
    const { rubrique, format } = indicateur;
    const [trait, origine] = [typographier(indicateur.nom), typographier(indicateur.source)];
    const chiffre = format !== undefined;
    const hauteur = Math.max(
      chiffre ? 20 : 34,
      hauteurDuTexte(indicateur.theme, FICHE[0] ?? 0, PETIT),
      hauteurDuTexte(trait, FICHE[INDICATEUR] ?? 0, PETIT),
      hauteurDuTexte(origine, FICHE[SOURCE] ?? 0, PETIT)
    );
    page.dimensionner(1, hauteur);
    if (indicateur.theme !== theme) page.poser(0, typographier(indicateur.theme));
    theme = indicateur.theme;
    page.poser(INDICATEUR, trait);
    if (format) page.styler(COMMUNE, 2, 1, { format });
    if (rubrique && suite && commune) {
      const calcul = {
        formule: source(matiere, suite, rubrique),
        valeur: nombreDe(commune, rubrique),
      };
      page.poser(COMMUNE, ecrireCellule(matiere.forme, calcul));
    }
    page.poser(SOURCE, origine);
    const validation = choisir(page.plage(COMMUNE, 1), indicateur);
    if (validation) validations.push(validation);
    page.sauter();
  }
  validations.push({
    plage: plageDe(titres, ANNEE, INDICATEURS.length, 1),
    regle: { entier: { min: 2000, max: matiere.controle.bareme.fin } },
    invite: { titre: "Année", texte: "Année de la donnée, par exemple celle de l’inventaire." },
  });
  page.sauter();
  blanc(page, "[Ce que ces indicateurs disent de la commune et de son rôle dans l'EPCI]");
  return { titres, figeeJusqua: titres, validations };
}
