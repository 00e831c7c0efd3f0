import { typographier } from "../../redaction";
import { CLAUSE_DE_MIXITE } from "../../regles";
import type { Feuillets } from "../feuillets";
import { calculer } from "../grille";
import type { Validation } from "../plan";
import { depassementsDeTrop, etat, maximum, minimum, modestesManquants } from "./formules";
import {
  NOMBRE,
  colonneDe,
  entiers,
  ouvrirPartie,
  poserLignes,
  poserTitres,
  type Colonne,
} from "./grille";

const OPERATIONS = 12;

const COLONNES: readonly Colonne[] = [
  { titre: "Opération, commune", saisie: true },
  { titre: "Logements PLUS", saisie: true, style: NOMBRE },
  { titre: "Ménages modestes", saisie: true, style: NOMBRE },
  { titre: "Ménages au-dessus", saisie: true, style: NOMBRE },
  { titre: "Avec subvention ?", saisie: true, style: { horizontal: "centre" } },
  { titre: "Modestes, au moins", style: NOMBRE },
  { titre: "Au-dessus, au plus", style: NOMBRE },
  { titre: "Modestes manquants", style: NOMBRE },
  { titre: "Au-dessus, de trop", style: NOMBRE },
  { titre: "Clause", style: { horizontal: "centre" } },
];

/** La clause de mixité sociale des opérations financées en PLUS. */
export function ecrireClause(feuillets: Feuillets): Validation[] {
  const { modestesMinimum, depassementsMaximum } = CLAUSE_DE_MIXITE;
  const noms = Array<null>(OPERATIONS).fill(null);
  ouvrirPartie(
    feuillets,
    "3) Clause de mixité sociale, par opération",
    `Pour une opération financée en PLUS, la convention APL réserve au moins ${modestesMinimum} % des logements à des ménages modestes (au plus 60 % des plafonds PLUS, soit les plafonds PLAI), à l'entier supérieur, et en admet au plus ${depassementsMaximum} %, à l'entier inférieur, pour des ménages au-dessus des plafonds PLUS, de 20 % au plus (D. 331-12 ; circulaire du 18/12/2023, annexe 1, 3.2). L'arrondi est notre lecture.`,
    COLONNES,
    noms
  );
  poserTitres(feuillets, COLONNES);
  const lignes = poserLignes(feuillets, COLONNES, Array<null>(OPERATIONS).fill(null), (ligne) => {
    const operation = {
      plus: `B${ligne}`,
      modestes: `C${ligne}`,
      depassements: `D${ligne}`,
      subventionnee: `E${ligne}`,
    };
    const resultats = {
      minimum: `F${ligne}`,
      maximum: `G${ligne}`,
      manquants: `H${ligne}`,
      deTrop: `I${ligne}`,
    };
    return [
      null,
      null,
      null,
      null,
      calculer(minimum(operation)),
      calculer(maximum(operation, resultats)),
      calculer(modestesManquants(operation, resultats)),
      calculer(depassementsDeTrop(operation, resultats)),
      calculer(etat(operation, resultats)),
    ];
  });
  feuillets.texte(
    typographier(
      "Non tenue : la convention APL prévoit que les attributions suivantes aillent toutes à des ménages d'au plus 60 % des plafonds PLUS, jusqu'au retour au respect, et la circulaire demande au préfet de saisir l'ANCOLS (L. 342-3, al. 2). À confirmer : sans subvention du fonds national des aides à la pierre, la convention peut admettre plus de dépassements, et jusqu'aux plafonds PLS (30 % de plus) ; le loyer maximum de ces logements est majoré de 33 %."
    )
  );
  return [
    entiers(colonneDe(lignes, 1), "Logements PLUS", "Les logements PLUS de l'opération."),
    entiers(
      colonneDe(lignes, 2),
      "Ménages modestes",
      "Logements attribués à des ménages d'au plus 60 % des plafonds PLUS."
    ),
    entiers(
      colonneDe(lignes, 3),
      "Ménages au-dessus",
      "Logements attribués à des ménages au-dessus des plafonds PLUS, de 20 % au plus."
    ),
    {
      plage: colonneDe(lignes, 4),
      regle: { liste: ["Oui", "Non"] },
      invite: {
        titre: "Avec subvention ?",
        texte: typographier(
          "Par le fonds national des aides à la pierre. Sans réponse, l'opération est tenue pour subventionnée."
        ),
      },
      alerte: { titre: "Réponse inattendue", texte: "Cette case attend Oui ou Non." },
    },
  ];
}
