import { Button, makeStyles } from "@fluentui/react-components";
import { ArrowLeftRegular } from "@fluentui/react-icons/svg/arrow-left";
import { useEffect, useRef } from "react";
import { useTextes } from "./textes";

const useStyles = makeStyles({ retour: { alignSelf: "flex-start" } });

interface Props {
  titre: string;
  /** « Retour au contrôle ». */
  retour: string;
  fermer: () => void;
}

/** La tête d'un écran posé sur un autre : son titre prend le focus à l'ouverture, et un bouton ramène à l'autre. */
export function TeteDeRetour({ titre, retour, fermer }: Props): React.JSX.Element {
  const styles = useStyles();
  const textes = useTextes();
  const tete = useRef<HTMLHeadingElement>(null);
  useEffect(() => tete.current?.focus(), []);
  return (
    <>
      <Button
        className={styles.retour}
        appearance="subtle"
        size="small"
        icon={<ArrowLeftRegular />}
        onClick={fermer}
      >
        {retour}
      </Button>
      <h2 ref={tete} className={textes.grandTitre} tabIndex={-1} data-repli-focus>
        {titre}
      </h2>
    </>
  );
}
