import { ecrireCompte, typographier } from "../../redaction";
import type { Composition } from "../composer";
import { demander, epciDe, titrer } from "../dossier/commun";
import type { Matiere } from "../matiere";
import { compterLesCommunes, nomsDesCommunes } from "../parties/signataires";
import type { Validation } from "../plan";
import { TITRE, blanc, paragraphe } from "../textes";
import { LARGEURS, TABULATIONS } from "./largeurs";

const ROLES = ["Animation", "Membre", "Invité"];
const REUNIONS = ["Une fois par an", "Deux fois par an", "Chaque trimestre", "Chaque mois"];

/** Le comité de pilotage : qui y siège, qui l'anime, quand il se réunit, qui établit les bilans. */
export function gouverner(page: Composition, matiere: Matiere, validations: Validation[]): void {
  page.paragraphe("Gouvernance et pilotage stratégique", TITRE, 20);
  paragraphe(
    page,
    typographier(
      "Un comité de pilotage conduit le contrat. Il réunit au moins des représentants de l'État, des communes et de l'EPCI, et se tient au moins une fois par an."
    )
  );
  const membres = membresDe(matiere);
  page.fusionnerColonnes(1, 2, membres.length + 1);
  titrer(
    page,
    ["Composition du comité", "Représentant (prénom, nom, qualité)", null, "Rôle", "Observations"],
    { lignes: membres.length, hauteur: 26, titre: 22 }
  );
  validations.push({
    plage: page.plage(3, 1, membres.length),
    regle: { liste: ROLES },
    invite: { titre: "Rôle", texte: "Animation : un seul signataire anime le comité." },
  });
  page.blocs.push({
    ancre: page.cellule(0),
    contenus: membres.map(([membre, note]) => [membre, null, null, null, note]),
  });
  page.sauter(membres.length + 1);
  demander(page, LARGEURS, TABULATIONS, {
    libelle: "Signataire chargé de l'animation du comité",
    aide: "La commune et l'EPCI ont de préférence le premier rôle (guide).",
  });
  reunir(page, "Réunions du comité de pilotage", validations, {
    contenu: "Une fois par an",
    aide: "Au moins une fois par an (guide).",
  });
  demander(page, LARGEURS, TABULATIONS, {
    libelle: "Bilans d'avancement établis par",
    aide: "Avancement des engagements et des projets : la commune et l'EPCI en prennent de préférence l'initiative (guide).",
  });
  reunir(page, "Périodicité de ces bilans", validations);
  page.sauter();
  blanc(
    page,
    "[Attendus des réunions : ce que le comité examine, ce qu'il décide, ce qui est préparé et diffusé]"
  );
}

/** Le groupe opérationnel, qui suit les projets de l'article 3. */
export function animer(page: Composition, validations: Validation[]): void {
  page.paragraphe("Animation et suivi opérationnels", TITRE, 20);
  paragraphe(
    page,
    typographier(
      "Un groupe opérationnel suit les projets de l'article 3 : il repère les difficultés, les signale aux signataires et propose comment les lever."
    )
  );
  demander(page, LARGEURS, TABULATIONS, {
    libelle: "Signataire chargé de l'animation du groupe",
    aide: "La commune et l'EPCI ont de préférence le premier rôle (guide).",
  });
  reunir(page, "Réunions du groupe opérationnel", validations);
  page.sauter();
  blanc(page, "[Composition et fonctionnement du groupe opérationnel]");
}

function reunir(
  page: Composition,
  libelle: string,
  validations: Validation[],
  propose: { contenu?: string; aide?: string } = {}
): void {
  const cellule = demander(page, LARGEURS, TABULATIONS, { libelle, ...propose });
  validations.push({
    plage: cellule,
    regle: { liste: REUNIONS },
    invite: { titre: "Périodicité", texte: "Choisissez, ou écrivez autre chose." },
  });
}

/** Qui siège, et ce qu'il faut en savoir. */
function membresDe(matiere: Matiere): [membre: string, note: string | null][] {
  const nombre = compterLesCommunes(matiere);
  const [nom = ""] = nomsDesCommunes(matiere);
  return [
    ["État", null],
    nombre === 1
      ? [nom, null]
      : [
          ecrireCompte(nombre, "commune signataire", "communes signataires"),
          "Un représentant chacune, ou comme le comité le décide.",
        ],
    [epciDe(matiere), null],
    ["EPT", typographier("Métropole du Grand Paris seulement ; sinon, supprimez la ligne.")],
    ["Délégataire des aides à la pierre", "S’il est associé."],
    ["[Autre partenaire]", null],
  ];
}
