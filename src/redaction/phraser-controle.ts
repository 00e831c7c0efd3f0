import type { Condition, Constat, Controle } from "../controle";
import type { Champ } from "../tableau";
import { ecrireArticle } from "./article";
import { texteDesRefus } from "./phraser-refus";
import {
  ecrireCompte,
  ecrireFraction,
  ecrireNombre,
  ecrireTaux,
  typographier,
} from "./typographie";

export interface PhraseDeConstat {
  /** Quoi. */
  titre: string;
  pourquoi: string;
  queFaire: string;
  article: string;
}

const CHAMPS: Readonly<Record<Champ, string>> = {
  commune: "Nom de la commune",
  deficit: "Logements sociaux manquants",
  tauxCible: "Taux légal",
  tauxLs: "Taux de logements sociaux",
  ecart: "Écart au taux légal",
  tauxAvant: "Taux de rattrapage avant",
  objectifAvant: "Objectifs avant",
  tauxApres: "Taux de rattrapage après ou retenu",
  objectifApres: "Objectifs après ou retenus",
};

/** Le nom d'une colonne, tel que le volet le montre. */
export function nommerChamp(champ: Champ): string {
  return CHAMPS[champ];
}

/** Le verdict d'un contrôle : d'abord l'équilibre, puis ce qui reste à faire. */
export function phraserVerdict(controle: Controle): { titre: string; detail: string } {
  return {
    titre: typographier(titreDuVerdict(controle)),
    detail: typographier(detailDuVerdict(controle)),
  };
}

function titreDuVerdict({ totaux, type }: Controle): string {
  const { avant, apres, marge } = totaux;
  if (avant === null || apres === null || marge === null) return "Bilan impossible à conclure";
  if (type === "abaissant") return `${ecrireNombre(avant)} avant, ${ecrireNombre(apres)} retenus`;
  if (marge < 0) return `Il manque ${ecrireCompte(-marge, "logement")}`;
  return `Équilibré : ${ecrireNombre(avant)} avant, ${ecrireNombre(apres)} après`;
}

function detailDuVerdict({ verdict, constats, conditions }: Controle): string {
  const compter = (gravite: Constat["gravite"]): number =>
    constats.filter((constat) => constat.gravite === gravite).length;
  switch (verdict) {
    case "non conforme":
      return `Non conforme : ${ecrireCompte(compter("erreur"), "erreur")} à corriger avant l'envoi.`;
    case "avertissements seulement":
      return `Aucune erreur, ${ecrireCompte(compter("avertissement"), "avertissement")} à examiner avant l'envoi.`;
    case "à confirmer":
      return `Chiffres conformes, ${ecrireCompte(conditions.length, "condition")} à confirmer avant l'envoi.`;
    case "conforme":
      return "Chiffres conformes.";
  }
}

/** Une condition de la loi à confirmer avant l'envoi. */
export function phraserCondition(condition: Condition): string {
  switch (condition.code) {
    case "plh":
      return "Le PLH est exécutoire, ou un document en tient lieu";
    case "avis-cnsru":
      return "La commission nationale SRU a rendu son avis";
    case "toutes-les-communes":
      return "Toutes les communes déficitaires de l’EPCI sont dans le tableau";
    case "accord":
      return `${condition.commune} accepte que son objectif passe de ${ecrireNombre(condition.avant)} à ${ecrireNombre(condition.apres)}`;
  }
}

/** Un constat : quoi, pourquoi avec les nombres, quoi faire, et l'article. */
export function phraserConstat(constat: Constat): PhraseDeConstat {
  const [titre, pourquoi, queFaire] = composer(constat, constat.commune || "Une commune sans nom");
  return {
    titre: typographier(titre),
    pourquoi: typographier(pourquoi),
    queFaire: typographier(queFaire),
    article: ecrireArticle(constat.article),
  };
}

function composer(constat: Constat, commune: string): [string, string, string] {
  switch (constat.code) {
    case "somme-insuffisante": {
      const { avant, apres, manque } = constat.valeurs;
      return [
        `Somme après trop basse : ${ecrireNombre(apres)} pour ${ecrireNombre(avant)}`,
        "La somme des objectifs après mutualisation ne peut être inférieure à celle des objectifs légaux.",
        `Relevez d'au moins ${ecrireNombre(manque)} un ou plusieurs objectifs après.`,
      ];
    }
    case "sous-plancher-loi": {
      const { apres, loi, guide, legal } = constat.valeurs;
      return [
        `${commune} sous le plancher`,
        `Objectif après : ${ecrireNombre(apres)}. La loi n'autorise pas moins de la moitié de l'objectif légal (${ecrireNombre(legal)}), soit ${ecrireNombre(loi)}.`,
        `Portez l'objectif à ${ecrireNombre(guide)}, plancher du guide ; jamais sous ${ecrireNombre(loi)}.`,
      ];
    }
    case "sous-plancher-guide": {
      const { apres, loi, guide, deficit } = constat.valeurs;
      return [
        `${commune} entre les deux planchers`,
        `Objectif après : ${ecrireNombre(apres)}. Plancher de la loi : ${ecrireNombre(loi)} ; plancher du guide (17 % de ${ecrireNombre(deficit)}) : ${ecrireNombre(guide)}.`,
        `Portez-le à ${ecrireNombre(guide)}, ou faites confirmer la lecture de la loi.`,
      ];
    }
    case "sous-plancher-abaissant": {
      const { apres, plancher, taux } = constat.valeurs;
      return [
        `${commune} sous le plancher`,
        `Objectif retenu : ${ecrireNombre(apres)}. Le contrat abaissant ne descend pas sous ${ecrireTaux(taux)} des manquants, soit ${ecrireNombre(plancher)}.`,
        `Portez l'objectif retenu à ${ecrireNombre(plancher)} au moins.`,
      ];
    }
    case "releve-au-dessus-du-legal": {
      const { apres, legal } = constat.valeurs;
      return [
        `${commune} au-dessus de son objectif légal`,
        `Objectif retenu : ${ecrireNombre(apres)} ; objectif légal : ${ecrireNombre(legal)}. C'est un rehaussement.`,
        "Vérifiez la décision du préfet et l'accord du maire, ou revenez à l'objectif légal.",
      ];
    }
    case "donnee-illisible":
      return [
        constat.commune === undefined
          ? `Période « ${constat.valeurs.affiche} » non couverte`
          : `${commune} : donnée illisible`,
        texteDesRefus(constat.valeurs.refus),
        "Tant que cette donnée manque, le bilan de l'EPCI ne peut pas être conclu.",
      ];
    case "objectif-avant-faux": {
      const { lu, legal } = constat.valeurs;
      return [
        `${commune} : objectif avant inexact`,
        `Le tableau porte ${ecrireNombre(lu)} ; l'objectif légal recalculé est ${ecrireNombre(legal)}.`,
        `Remplacez ${ecrireNombre(lu)} par ${ecrireNombre(legal)}, ou vérifiez les manquants et l'écart.`,
      ];
    }
    case "objectif-avant-arrondi": {
      const { lu, legal } = constat.valeurs;
      return [
        `${commune} : objectif avant arrondi au plus proche`,
        `Le tableau porte ${ecrireNombre(lu)} ; à l'entier supérieur, l'objectif légal est ${ecrireNombre(legal)}. Aucun texte ne fixe l'arrondi.`,
        `Gardez ${ecrireNombre(lu)} si c'est le nombre notifié, sinon portez ${ecrireNombre(legal)}.`,
      ];
    }
    case "taux-avant-faux": {
      const { lu, legal } = constat.valeurs;
      return [
        `${commune} : taux avant inexact`,
        `Le tableau porte ${ecrireFraction(lu)} ; son écart donne ${ecrireTaux(legal)}.`,
        `Remplacez ${ecrireFraction(lu)} par ${ecrireTaux(legal)}, ou vérifiez l'écart.`,
      ];
    }
    case "taux-avant-inconnu":
      return [
        `${commune} : taux avant inconnu`,
        `${ecrireFraction(constat.valeurs.lu)} n'est pas un taux de rattrapage légal, et l'écart n'est pas dans le tableau.`,
        "Corrigez le taux, ou ajoutez une colonne « Écart au taux légal (points) ».",
      ];
    case "taux-apres-incoherent": {
      const { lu, apres, deficit } = constat.valeurs;
      return [
        `${commune} : taux après inexact`,
        `Le tableau porte ${ecrireFraction(lu)} ; ${ecrireNombre(apres)} pour ${ecrireNombre(deficit)} manquants fait ${ecrireFraction(Math.round((apres / deficit) * 1000) / 1000)}.`,
        "Corrigez le taux ou l'objectif après.",
      ];
    }
    case "total-faux": {
      const { champ, affiche, somme } = constat.valeurs;
      return [
        `Total inexact : ${CHAMPS[champ].toLowerCase()}`,
        `La cellule vaut ${ecrireNombre(affiche)} ; la somme des communes est ${ecrireNombre(somme)}.`,
        "Vérifiez que la formule du total couvre toutes les communes.",
      ];
    }
    case "ecart-absent":
      return [
        `${commune} : taux avant non vérifiable`,
        `L'écart au taux légal n'est pas dans le tableau : le taux annoncé (${ecrireFraction(constat.valeurs.taux)}) fait foi.`,
        "Pour le vérifier, ajoutez une colonne « Écart au taux légal (points) ».",
      ];
    case "ecart-egal-4": {
      const { legal, autre } = constat.valeurs;
      return [
        `${commune} à exactement 4 points`,
        `À 4,00 points, l'objectif légal retenu est de 50 %, soit ${ecrireNombre(legal)} ; l'annexe 2 du guide se lit 33 %, soit ${ecrireNombre(autre)}.`,
        `Gardez ${ecrireNombre(legal)}, sauf si la notification du préfet retient ${ecrireNombre(autre)}.`,
      ];
    }
    case "deficit-nul":
      return [
        `${commune} : aucun logement manquant`,
        "Une commune sans déficit n'a pas d'objectif de rattrapage à mutualiser.",
        "Vérifiez les manquants, ou retirez la commune du tableau.",
      ];
    case "nom-absent":
      return [
        "Commune sans nom",
        "La ligne porte des nombres mais pas de commune.",
        "Écrivez le nom de la commune.",
      ];
    case "aucune-commune":
      return [
        "Tableau sans commune",
        "Les titres sont reconnus, mais aucune ligne ne porte de nombres.",
        "Remplissez une ligne par commune sous les titres.",
      ];
  }
}
