import { typographier } from "../../redaction";
import type { Matiere } from "../matiere";
import type { Validation } from "../plan";
import type { Plages } from "./colonnes";

const TOUTES = "Toutes les communes";
/** Excel n'admet que tant de signes dans une liste de choix. */
const SIGNES_D_UNE_LISTE = 255;

/** Des exemples d'actions, dans des cases où tout s'écrit. */
export function proposer(plage: string, exemples: readonly string[]): Validation {
  return {
    plage,
    regle: { liste: exemples },
    invite: {
      titre: "Engagement ou action",
      texte: "Des exemples sont proposés. Écrivez ce que les signataires ont décidé.",
    },
  };
}

/** Ce que les autres cases attendent, thèmes confondus. Ce qui se dit librement n'a pas d'alerte. */
export function validationsDe(matiere: Matiere, plages: Plages): Validation[] {
  const { debut, fin, periode } = matiere.controle.bareme;
  const mois = (cle: "debut" | "fin", titre: string): Validation => ({
    plage: plages[cle],
    regle: { date: { min: `${debut}-01-01`, max: `${fin}-12-31` } },
    invite: { titre, texte: typographier(`Un mois de la période, comme 03/${debut}.`) },
    alerte: {
      titre: "Hors de la période",
      texte: typographier(
        `Le calendrier s'écrit en mois de ${periode}, comme 03/${debut}. Une action engagée avant, ou achevée après, peut être gardée.`
      ),
    },
  });
  return [
    {
      plage: plages.pilote,
      regle: { liste: ["Commune", "EPCI", "État", "EPF", "Bailleur"] },
      invite: { titre: "Pilote", texte: "Qui conduit l’action, et en rend compte." },
    },
    {
      plage: plages.signataires,
      regle: {
        liste: ["Tous", "Commune", "EPCI", "État", "Commune et EPCI", "Commune et État"],
      },
      invite: { titre: "Signataires concernés", texte: "Ceux que l’action engage." },
    },
    {
      plage: plages.communes,
      regle: { liste: choixDeCommunes(matiere) },
      invite: { titre: "Communes", texte: "Celles où l’action se mène." },
    },
    mois("debut", "Début"),
    mois("fin", "Fin"),
    choisir(plages.plh, "Lien avec le PLH", [
      "Précise",
      "Complète",
      "Déjà programmée",
      "Sans lien",
    ]),
    choisir(plages.etat, "État", ["À engager", "En cours", "Achevée", "Reportée", "Abandonnée"]),
  ];
}

function choisir(plage: string, titre: string, liste: readonly string[]): Validation {
  const choix = `${liste.slice(0, -1).join(", ")} ou ${liste.at(-1)}`;
  return {
    plage,
    regle: { liste },
    invite: { titre, texte: `${choix}.` },
    alerte: { titre: "Réponse inattendue", texte: `Cette case attend ${choix}.` },
  };
}

/** Les communes, si toutes tiennent dans une liste : un nom à virgule la couperait, et Excel prendrait un nom en « = » pour une formule. */
function choixDeCommunes({ communes }: Matiere): string[] {
  const noms = communes.map(({ nom }) => nom);
  const [seule] = noms;
  const choix = noms.length === 1 && seule !== undefined ? [seule] : [TOUTES, ...noms];
  const surs = noms.every((nom) => !/^[\s=+@-]|,/.test(nom));
  return surs && choix.join(",").length <= SIGNES_D_UNE_LISTE ? choix : [TOUTES];
}
