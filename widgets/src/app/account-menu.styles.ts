import { css } from 'lit';

export const accountMenuStyles = css`
  .account {
    flex: 1;
    min-inline-size: 0;
    min-block-size: 44px;
    padding: 4px 6px;
  }
  .account .words {
    display: flex;
    flex-direction: column;
    line-height: 1.3;
    color: var(--_text);
  }
  .account b {
    font-weight: var(--_font-weight-medium);
  }
  .account small {
    font-size: var(--_font-size-xs);
    font-weight: var(--_font-weight-normal);
    color: var(--_text-muted);
  }
  .rail .account {
    flex: none;
  }
  .phone .account {
    flex: none;
    justify-content: center;
    inline-size: var(--_control-height-touch);
    block-size: var(--_control-height-touch);
    padding: 0;
  }
  .who {
    display: flex;
    flex-direction: column;
    padding: 6px 10px 4px;
    font-size: var(--_font-size-s);
    color: var(--_text-muted);
  }
  .who b {
    font-weight: var(--_font-weight-strong);
    color: var(--_text);
  }
`;
