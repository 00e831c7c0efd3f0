/** Des questions du guide que rapproche leur objet. */
interface Partie {
  titre: string;
  questions: readonly string[];
}

/** Un des quatre champs où la loi attend des engagements, et la grille que le guide lui consacre. */
export interface Theme {
  titre: string;
  /** Numéro de l'annexe du guide DHUP de décembre 2022. */
  annexe: number;
  parties: readonly Partie[];
  /** Ce qu'on attend dans les difficultés observées. */
  difficultes: string;
}

/** Les grilles de questionnement des annexes 4 à 7 : leurs questions, dans leur ordre, avec nos mots. */
export const THEMES: readonly Theme[] = [
  {
    titre: "Action foncière",
    annexe: 4,
    difficultes:
      "Ce qui limite les terrains et les bâtiments capables d'accueillir du logement social",
    parties: [
      {
        titre: "Stratégie foncière (long terme, anticipation)",
        questions: [
          "Les terrains et bâtiments mobilisables ont-ils été recensés (étude de gisements) ?",
          "Qui a mené ce recensement, sur quel périmètre, comment ?",
          "Comment les sites ont-ils été qualifiés : difficulté à les mobiliser, faisabilité, programme ?",
          "Avec qui ce recensement a-t-il été partagé, même en partie ?",
          "Comment suit-on les sites recensés et les secteurs stratégiques ?",
          "Comment de nouveaux sites sont-ils repérés (veille foncière) ?",
          "Le foncier public a-t-il fait l'objet d'un repérage à part ?",
          "Un observatoire du foncier, seul ou avec l'habitat, fonctionne-t-il ?",
          "Un SIG (Urbansimul ou autre) sert-il à analyser les sites ?",
          "La stratégie foncière est-elle écrite ?",
          "Sous quelle forme, mise à jour quand, et avec quel lien au PLH ?",
          "Qui prend part à cette stratégie ?",
          "Quels modes d'action a-t-elle retenus ?",
          "Qu'a-t-elle donné jusqu'ici ?",
        ],
      },
      {
        titre: "Action foncière opérationnelle (maîtrise des sites)",
        questions: [
          "Un budget est-il réservé aux acquisitions foncières ?",
          "Sites stratégiques : qui intervient ?",
          "Sites stratégiques : par quelle voie les acquérir (amiable, préemption, DUP, autre) ?",
          "Sites stratégiques : que fait-on pour mobiliser le foncier public ?",
          "Occasions au fil de l'eau : un droit de préemption urbain (DPU), simple ou renforcé, est-il instauré, et où ?",
          "Occasions au fil de l'eau : qui reçoit et instruit les DIA, et comment ?",
          "Occasions au fil de l'eau : qui exerce le DPU ?",
          "Occasions au fil de l'eau : le DPU sert-il à faire du logement social, et avec quel résultat ?",
          "Commune carencée : comment l'exercice du DPU est-il organisé ?",
          "Commune carencée : qui examine les DIA et repère les occasions ?",
          "Commune carencée : le DPU est-il délégué à un opérateur, pour tout ou au cas par cas ?",
          "Quel usage fait-on des déclarations d'utilité publique (DUP) ?",
          "Quel usage fait-on des zones d'aménagement différé (ZAD), ou de leurs périmètres provisoires ?",
          "Quelle place a l'achat amiable dans les projets de logements ?",
        ],
      },
      {
        titre: "Démarches particulières",
        questions: [
          "Logements et locaux vacants ou très dégradés : qu'a-t-on étudié ou engagé ?",
          "Biens sans maître ou en abandon manifeste : qu'a-t-on étudié ou engagé ?",
          "Surélévation du parc HLM : qu'a-t-on étudié ou engagé ?",
          "Usage temporaire de terrains ou de bâtiments : qu'a-t-on étudié ou engagé ?",
        ],
      },
      {
        titre: "Acteurs",
        questions: [
          "EPF : la commune ou l'EPCI ont-ils signé des conventions avec lui ?",
          "EPF : que fait-il de propre au logement social ?",
          "EPF : minore-t-il le prix du foncier en faveur de la mixité sociale ?",
          "Commune, EPCI ou autre acteur : une telle minoration existe-t-elle ?",
          "EPA : la commune ou l'EPCI en sont-ils membres ?",
          "EPA : un document-cadre le lie-t-il à la commune ?",
          "EPA : que fait-il de propre au logement social ?",
          "EPA : minore-t-il le prix du foncier en faveur de la mixité sociale ?",
        ],
      },
    ],
  },
  {
    titre: "Urbanisme et aménagement",
    annexe: 5,
    difficultes:
      "Ce qui freine la place du logement social dans le développement urbain, et la maîtrise de l'aménagement",
    parties: [
      {
        titre: "Document de planification (PLU, PLUi, PLUi-H)",
        questions: [
          "Y a-t-il des secteurs de mixité sociale ?",
          "Secteurs de mixité sociale : quels périmètres ?",
          "Secteurs de mixité sociale : à partir de quelle taille d'opération ?",
          "Secteurs de mixité sociale : quelle part de logements sociaux ?",
          "Secteurs de mixité sociale : quels logements sociaux y comptent ?",
          "Secteurs de mixité sociale : quelle part des permis y est soumise ?",
          "Secteurs de mixité sociale : qu'apportent-ils, où s'arrêtent-ils ?",
          "Des emplacements sont-ils réservés à des projets de logements sociaux ?",
          "Emplacements réservés : combien de logements sociaux possibles ?",
          "Emplacements réservés : que fait-on pour les maîtriser, ou servent-ils surtout à geler le foncier ?",
          "Y a-t-il des orientations d'aménagement et de programmation (OAP) ?",
          "OAP : par thème, par secteur ?",
          "OAP : combien de logements sociaux possibles ?",
          "OAP : dans quel ordre et à quelles dates ?",
          "OAP : que fait-on pour qu'elles démarrent (maîtrise foncière, faisabilité…) ?",
          "Quelles densités les documents visent-ils ?",
          "Fixent-ils une emprise au sol minimale ?",
          "Quelle est la densité moyenne des opérations autorisées ?",
          "Quelle part des opérations de logements collectifs (deux et plus) atteint une densité de 0,8 ?",
          "La commune laisse-t-elle construire tout ce que le document permet ?",
          "Certaines règles diffèrent-elles entre bâti existant et bâti neuf ?",
          "Les majorations de constructibilité permises sont-elles utilisées ?",
          "Les obligations de stationnement sont-elles allégées pour les logements qui y ouvrent droit ?",
          "Des secteurs d'attente (périmètres d'étude) protègent-ils les sites stratégiques ?",
        ],
      },
      {
        titre: "Outils opérationnels",
        questions: [
          "Quel usage fait-on de la maîtrise publique de l'aménagement ?",
          "Recourt-on aux ZAC, et avec quelles règles de mixité sociale ?",
          "Les concessions d'aménagement portent-elles des objectifs de mixité sociale ?",
          "Les appels à projets à vocation de logement posent-ils des conditions de mixité sociale ?",
          "La taxe sur le foncier non bâti est-elle majorée ?",
        ],
      },
      {
        titre: "Autorisations d'urbanisme",
        questions: [
          "Comment les riverains sont-ils associés aux projets ?",
          "Que fait-on contre les recours abusifs ?",
        ],
      },
    ],
  },
  {
    titre: "Programmation et financement du logement social",
    annexe: 6,
    difficultes:
      "Ce qui freine la programmation d'opérations sociales, et leur équilibre financier",
    parties: [
      {
        titre: "Politiques locales de l'habitat",
        questions: [
          "Que programme le PLH ?",
          "Avec quels objectifs, pour chaque catégorie de logements de l'inventaire SRU ?",
          "Quels objectifs pour le Logement d'abord (pensions de famille, intermédiation locative, résidences sociales…) ?",
          "Quels objectifs pour les besoins particuliers (étudiants et jeunes actifs, personnes âgées, gens du voyage…) ?",
          "Ces objectifs de production sont-ils atteints ?",
          "Quelles actions du PLH servent à les atteindre ?",
          "L'usufruit locatif social est-il encadré ?",
          "Que fait-on pour mobiliser le parc privé ?",
        ],
      },
      {
        titre: "Acteurs",
        questions: [
          "Organismes HLM : lesquels sont présents ?",
          "Organismes HLM : comment comptent-ils se développer ?",
          "Organismes HLM : comment voient-ils le logement social et abordable dans la commune ?",
          "Organismes HLM : où parle-t-on avec eux de la programmation de l'année ?",
          "Accession abordable : quels organismes dans la commune ?",
          "Accession abordable : y a-t-il un organisme de foncier solidaire (OFS), et comment intervient-il ?",
          "Accession abordable : quelle vision du logement social et abordable dans la commune ?",
          "Accession abordable : où parle-t-on de la programmation de l'année ?",
          "Promoteurs : quels sont les principaux dans la commune ?",
          "Promoteurs : comment comptent-ils se développer ?",
          "Promoteurs : comment voient-ils le logement social et abordable dans la commune ?",
          "Promoteurs : la commune les rencontre-t-elle pour chaque projet ?",
        ],
      },
      {
        titre: "Équilibre financier des opérations",
        questions: [
          "Foncier : quelles aides pour que les organismes HLM y accèdent ?",
          "Foncier : qui les verse (commune, EPCI, délégataire des aides à la pierre, autre collectivité) ?",
          "Foncier : combien, et à quelles conditions ?",
          "Foncier : le fonds friches est-il mobilisé ?",
          "Opération : quelles aides pour que les organismes HLM l'équilibrent ?",
          "Opération : qui les verse (commune, EPCI, État, délégataire sur ses fonds propres, autre collectivité) ?",
          "Opération : combien, et à quelles conditions ?",
          "Opération : quelles aides au bail réel solidaire (BRS) ?",
          "Opération : quelles aides d'Action Logement ?",
          "Opération : quelle part de fonds propres des organismes HLM ?",
          "Opération : des aides propres à l'acquisition-amélioration ?",
          "Opération : que fait la commune des dépenses déductibles du prélèvement SRU ?",
          "Opération : à quoi servent les sommes prélevées qui vont à l'EPCI ou à l'EPF ?",
          "Opération : comment l'enveloppe du FNAP sert-elle aux opérations issues d'une préemption en commune carencée ?",
          "Actions particulières : le logement social et abordable est-il exonéré de taxe d'aménagement, en tout ou partie ?",
          "Actions particulières : qui garantit les emprunts des opérations ?",
        ],
      },
    ],
  },
  {
    titre: "Attributions aux publics prioritaires",
    annexe: 7,
    difficultes: "Ce qui gêne l'accès des publics prioritaires au parc social",
    parties: [
      {
        titre: "Connaissance et partage des enjeux",
        questions: [
          "Quels publics sont reconnus prioritaires pour l'accès au parc social ?",
          "La commune a-t-elle des conventions de réservation avec les bailleurs ?",
          "Chaque réservataire loge-t-il au moins 25 % de ménages prioritaires ?",
        ],
      },
      {
        titre: "Géographie prioritaire de la politique de la ville",
        questions: [
          "Hors QPV, quelle part des attributions va au premier quartile de ressources ?",
          "Que fait-on pour que cette part atteigne 25 % ?",
        ],
      },
      {
        titre: "Outils de gouvernance",
        questions: [
          "La conférence intercommunale du logement (CIL) est-elle installée ?",
          "CIL : quelles orientations donne-t-elle aux attributions ?",
          "La convention intercommunale d'attribution (CIA) est-elle adoptée ?",
          "CIA : comment répartit-elle les objectifs entre les acteurs, et leur mise en œuvre ?",
          "Le plan partenarial de gestion de la demande et d'information des demandeurs (PPGDID) est-il adopté ?",
          "PPGDID : que prévoit-il pour informer les demandeurs, par le service d'accueil (SIAD) ?",
        ],
      },
      {
        titre: "Outils de la politique locale d'attribution",
        questions: [
          "Où en est la cotation de la demande ?",
          "Où en est la gestion en flux des contingents ?",
        ],
      },
    ],
  },
];
