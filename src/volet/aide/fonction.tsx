import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { AideDeFonction } from "../../fonctions";
import { ecrireArticle } from "../../redaction";
import { Section } from "../commun/mise-en-place";
import { useTextes } from "../commun/textes";
import { VoletRepliable } from "../commun/volet-repliable";
import { Exemple, Formule } from "./exemple";
import type { Insertions } from "./use-insertion";

const useStyles = makeStyles({
  detail: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
  definitions: {
    margin: 0,
    "& dt": { fontWeight: tokens.fontWeightSemibold },
    "& dd": { margin: `0 0 ${tokens.spacingVerticalS}` },
    "& dd:last-child": { marginBottom: 0 },
  },
  remarques: {
    margin: 0,
    paddingLeft: tokens.spacingHorizontalL,
    "& li + li": { marginTop: tokens.spacingVerticalXS },
  },
});

interface Props {
  fonction: AideDeFonction;
  insertions: Insertions;
}

/** L'aide d'une fonction, repliée sous ce qu'elle donne. */
export function AideDUneFonction({ fonction, insertions }: Props): React.JSX.Element {
  const styles = useStyles();
  const textes = useTextes();
  const { nom, resume, description, rend, articles, exemples, erreurs, remarques } = fonction;
  const suite = description.slice(resume.length).trim();
  const syntaxe = fonction.arguments.map(({ nom, facultatif }) => (facultatif ? `[${nom}]` : nom));
  return (
    <VoletRepliable nom={nom} titre={nom} legende={resume} niveau="h3">
      <div className={styles.detail} data-fonction={nom}>
        {suite && <p className={textes.petit}>{suite}</p>}
        <p className={textes.petit}>
          <Formule texte={`=${nom}(${syntaxe.join("; ")})`} />
          <br />
          {rend}.
        </p>
        <Partie titre="Exemples">
          {exemples.map((exemple) => (
            <Exemple key={exemple.fr} exemple={exemple} insertions={insertions} />
          ))}
        </Partie>
        {fonction.arguments.length > 0 && (
          <Partie titre="Arguments">
            <dl className={styles.definitions}>
              {fonction.arguments.map(({ nom, description, facultatif, valeurs }) => (
                <Definition key={nom} terme={facultatif ? `${nom} (facultatif)` : nom}>
                  {description}.
                  {valeurs.length > 0 && ` Mots : ${valeurs.map(({ mot }) => mot).join(", ")}.`}
                </Definition>
              ))}
            </dl>
          </Partie>
        )}
        {erreurs.length > 0 && (
          <Partie titre="En cas d’erreur">
            <dl className={styles.definitions}>
              {erreurs.map(({ cas, remede }) => (
                <Definition key={cas} terme={cas}>
                  {remede.charAt(0).toUpperCase() + remede.slice(1)}
                </Definition>
              ))}
            </dl>
          </Partie>
        )}
        {remarques.length > 0 && (
          <Partie titre="À savoir">
            <ul className={styles.remarques}>
              {remarques.map((remarque) => (
                <li key={remarque}>{remarque}</li>
              ))}
            </ul>
          </Partie>
        )}
        <p className={textes.legende}>{ecrireArticle(articles.join(" ; "))}</p>
      </div>
    </VoletRepliable>
  );
}

function Partie({ titre, children }: { titre: string; children: ReactNode }): React.JSX.Element {
  const textes = useTextes();
  return (
    <Section className={textes.petit}>
      <h4 className={textes.titre}>{titre}</h4>
      {children}
    </Section>
  );
}

function Definition({ terme, children }: { terme: string; children: ReactNode }) {
  return (
    <>
      <dt>{terme}</dt>
      <dd>{children}</dd>
    </>
  );
}
