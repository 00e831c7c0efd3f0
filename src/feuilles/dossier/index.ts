import { nomArticle1, planArticle1 } from "../article-1";
import { nomArticle2, planArticle2 } from "../article-2";
import { nomArticle3, planArticle3 } from "../article-3";
import { nomArticle4, planArticle4 } from "../article-4";
import { nomAttributions, planAttributions } from "../attributions";
import { nomCalendrier, planCalendrier } from "../calendrier";
import { nomNotifications, planNotifications } from "../notifications";
import { nomParties, planParties } from "../parties";
import { nomPortrait, planPortrait } from "../portrait";
import { nomPreambule, planPreambule } from "../preambule";
import { nomSignatures, planSignatures } from "../signatures";
import { nomVolet1, planVolet1 } from "../volet-1";
import { nomVolet2, planVolet2 } from "../volet-2";
import type { FeuilleDuDossier } from "./feuille-du-dossier";

export type { FeuilleDuDossier } from "./feuille-du-dossier";

/** Les feuilles du dossier, dans l'ordre de la trame. */
export const FEUILLES_DU_DOSSIER: readonly FeuilleDuDossier[] = [
  {
    cle: "parties",
    titre: "Parties et délibérations",
    contenu:
      "Qui signe, représenté par qui, autorisé par quelle délibération : une ligne par commune.",
    nom: nomParties,
    planifier: planParties,
  },
  {
    cle: "preambule",
    titre: "Préambule",
    contenu:
      "La situation de chaque commune reprise du tableau, les ambitions du contrat, comment il a été élaboré, ses trois volets.",
    nom: nomPreambule,
    planifier: planPreambule,
  },
  {
    cle: "portrait",
    titre: "Portrait de la commune",
    contenu:
      "Onze indicateurs par commune, avec la source où les trouver ; ce que le tableau contrôlé sait y est déjà.",
    nom: nomPortrait,
    planifier: planPortrait,
  },
  {
    cle: "volet-1",
    titre: "1er volet – Points de repères",
    contenu:
      "Taux, bilans triennaux, parc, demande, offre nouvelle et projection d’une commune choisie dans une liste, en tableaux et en graphiques ; dessous, les données de toutes, à remplir.",
    nom: nomVolet1,
    planifier: planVolet1,
  },
  {
    cle: "volet-2",
    titre: "2e volet – Outils et leviers",
    contenu: "Les questions du guide sur les quatre champs, à remplir, et leur synthèse.",
    nom: nomVolet2,
    planifier: planVolet2,
  },
  {
    cle: "article-1",
    titre: "Article 1er – Les engagements",
    contenu: "Les engagements et actions de chaque champ : qui, quoi, comment, quand.",
    nom: nomArticle1,
    planifier: planArticle1,
  },
  {
    cle: "article-2",
    titre: "Article 2 – Les objectifs",
    contenu: "Les objectifs de chaque commune, avant et après le contrat, et leurs PLAI et PLS.",
    nom: nomArticle2,
    planifier: ({ controle, forme, plh }, nom) => planArticle2(controle, nom, { forme, plh }),
  },
  {
    cle: "article-3",
    titre: "Article 3 – Les projets",
    contenu: "La liste des opérations, à remplir, et leurs sommes face aux objectifs.",
    nom: nomArticle3,
    planifier: planArticle3,
  },
  {
    cle: "article-4",
    titre: "Article 4 – Pilotage, suivi et animation",
    contenu:
      "Comité de pilotage, groupe opérationnel, durée, et les comités à tenir, dont celui d’au moins six mois avant le terme.",
    nom: nomArticle4,
    planifier: planArticle4,
  },
  {
    cle: "attributions",
    titre: "Attributions et mixité sociale",
    contenu: "Parts des attributions, clause de mixité sociale et dispositifs de loyers.",
    nom: nomAttributions,
    planifier: planAttributions,
  },
  {
    cle: "calendrier",
    titre: "Calendrier du contrat",
    contenu:
      "De la demande au bilan triennal : échéance proposée, date réelle, responsable, état, et ce qui est en retard.",
    nom: nomCalendrier,
    planifier: planCalendrier,
  },
  {
    cle: "signatures",
    titre: "Signatures",
    contenu:
      "Un bloc par signataire : prénom, nom, qualité, date et signature ; jusqu’à neuf par page.",
    nom: nomSignatures,
    planifier: planSignatures,
  },
  {
    cle: "notifications",
    titre: "Notifications",
    contenu: "Une ligne par commune, prête pour un publipostage Word.",
    nom: nomNotifications,
    planifier: planNotifications,
  },
];
