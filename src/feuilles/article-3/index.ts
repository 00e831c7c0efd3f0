import { VERSION, direEtat, typographier } from "../../redaction";
import type { Bareme } from "../../regles";
import { Composition } from "../composer";
import type { Matiere } from "../matiere";
import { paysage } from "../page";
import { epciEtEtat } from "../pied";
import type { PlanDeFeuille } from "../plan";
import { TITRE, note, paragraphe } from "../textes";
import { LARGEURS, NOMBRE_DE_COLONNES } from "./colonnes";
import { lignesDeLaListe, poserListe, poserTitres, poserUlterieurs, validationsDe } from "./listes";
import { objectifsDe } from "./objectifs";
import { poserSynthese } from "./synthese";

/** « Article 3 – 2026-2028 ». */
export function nomArticle3(periode: string): string {
  return `Article 3 – ${periode}`;
}

/**
 * L'article 3 d'un contrat (guide DHUP, annexe 3) : la liste des projets, à remplir, puis celle des projets qui viendront après la période, et leurs sommes
 * face aux objectifs. Les titres restent visibles et valent jusqu'au bas de la feuille. Demande une commune non exemptée au moins.
 */
export function planArticle3(matiere: Matiere, nom: string): PlanDeFeuille {
  const { bareme } = matiere.controle;
  const epci = matiere.controle.epci ?? "[nom de l’EPCI]";
  const version = matiere.etat?.version ?? matiere.controle.signe?.version ?? null;
  const page = new Composition(NOMBRE_DE_COLONNES);
  page.paragraphe(
    `Article 3 - Les projets de logements sociaux pour ${bareme.periode}`,
    { ...TITRE, taille: 14 },
    22
  );
  page.paragraphe(typographier(`${epci}. ${direEtat(version)}.`), { taille: 9 }, 14);
  paragraphe(page, typographier(intention(bareme)), { taille: 9 });
  const { lignes: titres, totaliser } = poserTitres(page);
  const figees = page.ligne - 1;
  const principale = poserListe(page, lignesDeLaListe(objectifsDe(matiere).objectifs.noms.length));
  totaliser(principale);
  const ulterieurs = poserUlterieurs(page, bareme);
  paragraphe(page, typographier(engagement(bareme)), { taille: 9 });
  page.sauter();
  const noms = poserSynthese(page, matiere, principale);
  note(page, MENTIONS);
  return {
    nom,
    blocs: page.blocs,
    styles: page.styles,
    fusions: page.fusions,
    largeurs: LARGEURS,
    lignesFigees: figees,
    quadrillage: false,
    impression: {
      ...paysage(epciEtEtat(matiere), `Contrat de mixité sociale ${bareme.periode}, article 3`),
      lignesRepetees: `${titres.debut}:${titres.fin}`,
    },
    validations: validationsDe(principale, ulterieurs, noms, bareme),
  };
}

function intention({ debut, fin }: Bareme): string {
  return `Les projets déjà identifiés qui doivent concourir aux objectifs de l'article 2 : une ligne par opération dont le financement est attendu de ${debut} à ${fin}. Celles qui ont été financées avant ${debut} n'y figurent pas ; celles qui le seront après ${fin} vont, sauf exceptions, dans la seconde liste.`;
}

function engagement({ periode }: Bareme): string {
  return `La première liste est celle des projets prioritaires : chaque signataire s'engage à mobiliser l'ensemble de ses compétences pour qu'ils comptent au bilan triennal ${periode}. La commune la tient à jour en continu, et elle est examinée régulièrement dans le pilotage du contrat. Toute difficulté est signalée aux autres signataires ; s'il le faut, une action ou une équipe projet y remédie.`;
}

const MENTIONS = `Mentions. La colonne Commune et la subdivision des colonnes 7 et 10 sont ajoutées à la trame. Année effective : celle de la décision de financement. Les sommes ne comptent que la première liste, et seules les années de la période. PSLA et BRS sont comptés à part : ni le guide ni les articles lus ne disent s'ils entrent dans les PLS et assimilés. Établi avec Complément CMS ${VERSION}.`;
