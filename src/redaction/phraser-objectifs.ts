import type { Constat } from "../controle";
import type { Phrases } from "./phrase-de-constat";
import { nommerRubrique } from "./phrase-de-constat";
import { ecrireCompte, ecrireFraction, ecrireNombre, ecrireTaux, enumerer } from "./typographie";

type Codes = Extract<
  Constat["code"],
  | "deficit-nul"
  | "ecart-absent"
  | "ecart-contraire"
  | "ecart-egal-4"
  | "ecart-nul"
  | "ecart-proche-d-une-borne"
  | "objectif-apres-absent"
  | "objectif-au-dessus-des-manquants"
  | "objectif-avant-arrondi"
  | "objectif-avant-faux"
  | "objectif-different-du-legal"
  | "plai-et-pls-excessifs"
  | "plai-insuffisant"
  | "pls-excessif"
  | "priorite-contraire"
  | "releve-au-dessus-du-legal"
  | "somme-arrondissements"
  | "somme-insuffisante"
  | "sous-plancher-abaissant"
  | "sous-plancher-guide"
  | "sous-plancher-loi"
  | "taux-apres-incoherent"
  | "taux-avant-faux"
  | "taux-avant-inconnu"
  | "total-faux"
>;

/** Ce que les nombres d'un tableau ont de faux : planchers, objectif légal, taux, sommes, PLAI et PLS. */
export const PHRASES_DES_OBJECTIFS: Phrases<Codes> = {
  "somme-insuffisante": ({ avant, apres, manque }) => [
    `Somme après trop basse : ${ecrireNombre(apres)} pour ${ecrireNombre(avant)}`,
    "La somme des objectifs après mutualisation ne peut être inférieure à celle des objectifs légaux.",
    `Relevez d'au moins ${ecrireNombre(manque)} un ou plusieurs objectifs après.`,
  ],
  "sous-plancher-loi": ({ apres, loi, guide, legal }, commune) => [
    `${commune} sous le plancher`,
    `Objectif après : ${ecrireNombre(apres)}. La loi n'autorise pas moins de la moitié de l'objectif légal (${ecrireNombre(legal)}), soit ${ecrireNombre(loi)}.`,
    `Portez l'objectif à ${ecrireNombre(guide)}, plancher du guide ; jamais sous ${ecrireNombre(loi)}.`,
  ],
  "sous-plancher-guide": ({ apres, loi, guide, deficit }, commune) => [
    `${commune} entre les deux planchers`,
    `Objectif après : ${ecrireNombre(apres)}. Plancher de la loi : ${ecrireNombre(loi)} ; plancher du guide (17 % de ${ecrireNombre(deficit)}) : ${ecrireNombre(guide)}.`,
    `Portez-le à ${ecrireNombre(guide)}, ou faites confirmer la lecture de la loi.`,
  ],
  "sous-plancher-abaissant": ({ apres, plancher, taux }, commune) => [
    `${commune} sous le plancher`,
    `Objectif retenu : ${ecrireNombre(apres)}. Le contrat abaissant ne descend pas sous ${ecrireTaux(taux)} des manquants, soit ${ecrireNombre(plancher)}.`,
    `Portez l'objectif retenu à ${ecrireNombre(plancher)} au moins.`,
  ],
  "releve-au-dessus-du-legal": ({ apres, legal }, commune) => [
    `${commune} au-dessus de son objectif légal`,
    `Objectif retenu : ${ecrireNombre(apres)} ; objectif légal : ${ecrireNombre(legal)}. C'est un rehaussement.`,
    "Vérifiez la décision du préfet et l'accord du maire, ou revenez à l'objectif légal.",
  ],
  "objectif-different-du-legal": ({ apres, legal }, commune, gravite) =>
    gravite === "erreur"
      ? [
          `${commune} sous son objectif légal`,
          `Objectif retenu : ${ecrireNombre(apres)} ; objectif légal : ${ecrireNombre(legal)}. Un contrat sans aménagement n'abaisse rien.`,
          `Portez l'objectif à ${ecrireNombre(legal)}.`,
        ]
      : [
          `${commune} au-dessus de son objectif légal`,
          `Objectif retenu : ${ecrireNombre(apres)} ; objectif légal : ${ecrireNombre(legal)}. C'est un rehaussement.`,
          "Vérifiez la décision du préfet et l'accord du maire, ou revenez à l'objectif légal.",
        ],
  "objectif-au-dessus-des-manquants": ({ apres, deficit }, commune) => [
    `${commune} : objectif au-dessus des manquants`,
    `Objectif : ${ecrireNombre(apres)} pour ${ecrireCompte(deficit, "logement")} manquants. Aucun texte lu ne fixe de maximum.`,
    "Vérifiez que la commune s'engage au-delà de ce qui lui manque.",
  ],
  "objectif-apres-absent": () => [
    "Objectifs du contrat introuvables",
    "Aucune colonne ne porte les objectifs après mutualisation ou retenus : le bilan ne peut pas être conclu.",
    "Ajoutez la colonne, ou désignez-la si elle porte un autre nom.",
  ],
  "objectif-avant-faux": ({ lu, legal }, commune) => [
    `${commune} : objectif avant inexact`,
    `Le tableau porte ${ecrireNombre(lu)} ; l'objectif légal recalculé est ${ecrireNombre(legal)}.`,
    `Remplacez ${ecrireNombre(lu)} par ${ecrireNombre(legal)}, ou vérifiez les manquants et l'écart.`,
  ],
  "objectif-avant-arrondi": ({ lu, legal }, commune) =>
    Number.isInteger(lu)
      ? [
          `${commune} : objectif avant arrondi au plus proche`,
          `Le tableau porte ${ecrireNombre(lu)} ; à l'entier supérieur, l'objectif légal est ${ecrireNombre(legal)}. Aucun texte ne fixe l'arrondi.`,
          `Gardez ${ecrireNombre(lu)} si c'est le nombre notifié, sinon portez ${ecrireNombre(legal)}.`,
        ]
      : [
          `${commune} : objectif avant non arrondi`,
          `La cellule vaut ${ecrireNombre(lu)}, même si elle en affiche moins de chiffres ; un objectif se compte en logements entiers.`,
          `Portez ${ecrireNombre(legal)}, ou arrondissez la formule à l'entier supérieur.`,
        ],
  "taux-avant-faux": ({ lu, legal }, commune) => [
    `${commune} : taux avant inexact`,
    `Le tableau porte ${ecrireFraction(lu)} ; sa situation donne ${ecrireTaux(legal)}.`,
    `Remplacez ${ecrireFraction(lu)} par ${ecrireTaux(legal)}, ou vérifiez l'écart. Nouvelle entrante ? Dites-le.`,
  ],
  "taux-avant-inconnu": ({ lu }, commune) => [
    `${commune} : taux avant inconnu`,
    `${ecrireFraction(Math.round(lu * 1e4) / 1e4)} n'est pas un taux de rattrapage légal, et l'écart n'est pas dans le tableau.`,
    "Corrigez le taux ou l'objectif avant, ou ajoutez une colonne « Écart au taux légal (points) ».",
  ],
  "taux-apres-incoherent": ({ lu, apres, deficit }, commune) => [
    `${commune} : taux après inexact`,
    `Le tableau porte ${ecrireFraction(lu)} ; ${ecrireNombre(apres)} pour ${ecrireNombre(deficit)} manquants fait ${ecrireFraction(Math.round((apres / deficit) * 1000) / 1000)}.`,
    "Corrigez le taux ou l'objectif après.",
  ],
  "total-faux": ({ rubrique, affiche, somme, oubliees, formule }) => [
    `Total inexact : ${nommerRubrique(rubrique).toLowerCase()}`,
    `La cellule vaut ${ecrireNombre(affiche)} ; la somme des communes est ${ecrireNombre(somme)}.${oublis(oubliees)}`,
    formule
      ? "Vérifiez que la formule du total couvre toutes les communes."
      : "Remplacez le nombre tapé par une SOMME de la colonne.",
  ],
  "ecart-absent": ({ nombre }, commune) => [
    nombre === 1 ? `${commune} : taux avant non vérifiable` : "Taux avant non vérifiables",
    "L'écart au taux légal n'est pas dans le tableau : les taux annoncés font foi.",
    "Pour les vérifier, ajoutez une colonne « Écart au taux légal (points) ».",
  ],
  "ecart-contraire": ({ ecart, selonLesTaux }, commune, gravite) => [
    `${commune} : écart contradictoire`,
    `Le tableau porte ${ecrireCompte(ecart, "point")} ; le taux légal et le taux de logements sociaux de la ligne en donnent ${ecrireNombre(selonLesTaux)}.`,
    `Corrigez l'écart ou l'un des deux taux${gravite === "erreur" ? " ; le bilan de l'EPCI attend cette donnée" : ""}.`,
  ],
  "ecart-nul": ({ ecart, deficit }, commune) => [
    `${commune} : écart contradictoire`,
    `${ecrireCompte(deficit, "logement")} manquants pour un écart de ${ecrireCompte(ecart, "point")} : l'objectif légal est indéterminé.`,
    "Corrigez l'écart ou les manquants ; le bilan de l'EPCI attend cette donnée.",
  ],
  "ecart-egal-4": ({ legal, autre }, commune) => [
    `${commune} à exactement 4 points`,
    `À 4,00 points, l'objectif légal retenu est de 50 %, soit ${ecrireNombre(legal)} ; l'annexe 2 du guide se lit 33 %, soit ${ecrireNombre(autre)}.`,
    `Gardez ${ecrireNombre(legal)}, sauf si la notification du préfet retient ${ecrireNombre(autre)}.`,
  ],
  "ecart-proche-d-une-borne": ({ ecart, affiche, taux }, commune) => [
    `${commune} : écart tout près d'une borne`,
    `La feuille affiche « ${affiche} », la cellule vaut ${ecrireNombre(ecart)} points : c'est cette valeur qui compte, et le taux est ${ecrireTaux(taux)}.`,
    "Rien à corriger ; affichez plus de décimales pour que le taux se comprenne.",
  ],
  "deficit-nul": ({ objectif, ecart }, commune) => [
    `${commune} : aucun logement manquant`,
    ecart > 0
      ? `Son écart au taux légal est pourtant de ${ecrireNombre(ecart)} points : l'un des deux nombres est faux.`
      : objectif > 0
        ? `Une commune sans déficit n'a pas d'objectif de rattrapage : ses ${ecrireNombre(objectif)} logements ne peuvent pas tenir lieu de ceux d'une autre.`
        : "Une commune sans déficit n'a pas d'objectif de rattrapage.",
    "Vérifiez les manquants, ou retirez la commune du tableau.",
  ],
  "plai-insuffisant": ({ lu, limite, taux, enTaux }, commune) => [
    `${commune} : trop peu de PLAI`,
    enTaux
      ? `${ecrireFraction(lu)} de PLAI ; il en faut au moins ${ecrireTaux(taux)} de l'objectif retenu.`
      : `${ecrireNombre(lu)} PLAI ; il en faut au moins ${ecrireTaux(taux)} de l'objectif retenu, soit ${ecrireNombre(limite)}.`,
    enTaux ? `Portez la part à ${ecrireTaux(taux)}.` : `Portez-les à ${ecrireNombre(limite)}.`,
  ],
  "plai-et-pls-excessifs": ({ plai, pls, enTaux }, commune) => {
    const dire = (lu: number): string => (enTaux ? `${ecrireFraction(lu)} de` : ecrireNombre(lu));
    return [
      `${commune} : plus de PLAI et de PLS que l'objectif`,
      `${dire(plai)} PLAI et ${dire(pls)} PLS et assimilés : plus que l'objectif retenu, dont ils font partie.`,
      "Corrigez l'un des deux nombres, ou l'objectif.",
    ];
  },
  "pls-excessif": ({ lu, limite, taux, enTaux }, commune, gravite) => [
    `${commune} : trop de PLS`,
    `${enTaux ? ecrireFraction(lu) : ecrireNombre(lu)} de PLS et assimilés ; au plus ${ecrireTaux(taux)} de l'objectif retenu${enTaux ? "" : `, soit ${ecrireNombre(limite)}`}${gravite === "erreur" ? "" : ", si la commune n'est pas couverte par un PLH"}.`,
    gravite === "erreur"
      ? `Ramenez-les à ${enTaux ? ecrireTaux(taux) : ecrireNombre(limite)}.`
      : "Dites si la commune est couverte par un PLH.",
  ],
  "priorite-contraire": ({ taux, seuil, prioritaire }, commune) => [
    prioritaire ? `${commune} : pas prioritaire` : `${commune} : prioritaire`,
    `${ecrireFraction(Math.round(taux * 1e4) / 1e4)} de logements sociaux : ${prioritaire ? "ce n'est pas" : "c'est"} moins de ${ecrireTaux(seuil)}.`,
    prioritaire ? "Retirez la marque de priorité." : "Marquez l'arrondissement comme prioritaire.",
  ],
  "somme-arrondissements": ({ somme, objectif }) => [
    `Répartition inexacte : ${ecrireNombre(somme)} pour ${ecrireNombre(objectif)}`,
    "La somme des arrondissements doit faire l'objectif de la commune.",
    somme < objectif
      ? `Répartissez encore ${ecrireCompte(objectif - somme, "logement")}.`
      : `Retirez ${ecrireCompte(somme - objectif, "logement")}.`,
  ],
};

function oublis(oubliees: readonly string[]): string {
  if (oubliees.length === 0 || oubliees.length > 3) return "";
  return ` La formule oublie ${enumerer(oubliees, "et")}.`;
}
