/** Un des quatre champs de l'article L. 302-8-1, et des exemples d'actions qui s'y rapportent. */
interface Theme {
  titre: string;
  /** Proposés dans la case, qui accepte tout autre texte : sans virgule, et 255 signes en tout. */
  exemples: readonly string[];
}

export const THEMES: readonly Theme[] = [
  {
    titre: "Action foncière",
    exemples: [
      "Étudier les gisements fonciers",
      "Conventionner avec l’EPF (veille et portage)",
      "Budgéter des acquisitions pour le logement social",
      "Céder du foncier public",
      "Mieux traiter les DIA et préempter",
      "Étudier la surélévation du parc HLM",
    ],
  },
  {
    titre: "Urbanisme et aménagement",
    exemples: [
      "Créer des secteurs de mixité sociale au PLU",
      "Majorer les droits à construire du logement social",
      "Réserver des emplacements au logement social",
      "Fixer des parts de logement social dans les OAP et les ZAC",
      "Associer les riverains aux projets",
    ],
  },
  {
    titre: "Programmation et financement du logement social",
    exemples: [
      "Subventionner l’équilibre des opérations",
      "Cibler les aides sur l’acquisition-amélioration",
      "Garantir les emprunts des bailleurs",
      "Exonérer de taxe d’aménagement",
      "Programmer chaque année avec les bailleurs",
      "Mobiliser le parc privé",
    ],
  },
  {
    titre: "Attributions aux publics prioritaires",
    exemples: [
      "Adopter la convention intercommunale d’attribution",
      "Réserver 25 % des attributions aux publics prioritaires",
      "Passer à la gestion en flux",
      "Mettre en place la cotation de la demande",
      "Adapter des loyers hors QPV",
    ],
  },
];
